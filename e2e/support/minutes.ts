// A meeting that was held, made by the app's own operations: what journeys about its minutes begin with.
import type { APIRequestContext, Page } from "@playwright/test";
import { Caller } from "./api";
import { inDays } from "./groups";
import { group } from "./tasks";
import { open, settled } from "./test";

/** The id of the group that the journeys are about; somebody of it is signed in. */
export async function groupId(page: Page): Promise<string> {
  await open(page, "/gruppen?q=Sprache");
  await page.getByRole("main").getByRole("link", { name: /Sprache/ }).first().click();
  await settled(page);
  const id = new URL(page.url()).pathname.split("/")[2];
  if (!id) {
    throw new Error("the group's page has no id in its address");
  }
  return id;
}

/** Plans and holds a meeting of today with one item per title; gives its id. Everybody was there. */
export async function heldMeeting(
  request: APIRequestContext,
  of: string,
  title: string,
  items: string[],
): Promise<string> {
  const chair = await Caller.signedIn(request, group.chair);
  const day = inDays(0);
  const details = {
    title,
    startsAt: { day, time: "22:00" },
    endsAt: { day, time: "23:30" },
    place: "Saal 2",
    onlineUrl: "",
    note: "",
  };
  const planned = await chair.send("MeetingPlan", { input: { groupId: of, details } });
  const meetingId: string = planned.meetingPlan.meeting.id;
  for (const item of items) {
    const text = { kind: "INFORMATION", title: item, text: "", presenterName: "", internal: false };
    await chair.send("AgendaItemAdd", { input: { meetingId, text } });
  }
  const conduct = () => chair.send("ConductPage", { meetingId });
  let version: number = (await conduct()).meetingConduct.version;
  await chair.send("MeetingInvite", { input: { id: meetingId, version, message: "", shortNotice: true } });
  version = (await conduct()).meetingConduct.version;
  await chair.send("MeetingOpen", { input: { id: meetingId, version } });
  for (const { id, version } of (await conduct()).meetingConduct.attendances) {
    await chair.send("AttendanceArrive", { input: { id, version, online: false, at: null } });
  }
  for (const { id: itemId } of (await conduct()).meeting.items) {
    const versionOf = async () =>
      (await conduct()).meeting.items.find((item: { id: string }) => item.id === itemId).version;
    await chair.send("AgendaItemBegin", { input: { itemId, version: await versionOf() } });
    const settle = { itemId, version: await versionOf(), outcome: "NOTED", reason: "" };
    await chair.send("AgendaItemSettle", { input: settle });
  }
  version = (await conduct()).meetingConduct.version;
  await chair.send("MeetingClose", { input: { id: meetingId, version } });
  return meetingId;
}
