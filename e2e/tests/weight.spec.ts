// What a first visit really costs: everything a browser loads, counted on the wire.
import limits from "../../frontend/web/budget.json" with { type: "json" };
import { visits } from "../support/routes";
import { expect, open, test } from "../support/test";

const { budget: BUDGET } = limits;
const WITHOUT_SESSION = visits.filter((visit) => !visit.as && !visit.follow);

test.use({ shared: true });

for (const visit of WITHOUT_SESSION) {
  test(`a first visit of ${visit.path} stays within ${BUDGET / 1000} kB`, async ({ page }) => {
    const client = await page.context().newCDPSession(page);
    await client.send("Network.enable");
    const addresses = new Map<string, string>();
    const loaded: { url: string; bytes: number }[] = [];
    client.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
    client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      loaded.push({ url: addresses.get(requestId) ?? "", bytes: encodedDataLength });
    });
    await open(page, visit.path);
    await page.waitForLoadState("networkidle");
    const total = loaded.reduce((sum, file) => sum + file.bytes, 0);
    loaded.sort((a, b) => b.bytes - a.bytes);
    const largest = loaded.slice(0, 8).map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`);
    test.info().annotations.push({ type: "bytes on the wire", description: String(total) });
    expect(total, `largest:\n${largest.join("\n")}`).toBeLessThanOrEqual(BUDGET);
  });
}
