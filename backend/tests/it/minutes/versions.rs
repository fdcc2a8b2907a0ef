//! Versions: what they show, that they never change, and what is different between two.

use serde_json::{Value, json};

use super::Met;
use crate::tasks::Somebody;

const VERSION: &str = "number state newest holds startsAt endsAt place chair minuteTaker pdfPath sha256 \
    attendances { name organisation role state times } \
    entries { itemId number title internal paragraphs { number text html } internalHtml \
      votes { title wordingHtml yes no abstain outcome resolutionLabel excluded } \
      actions { text organisation person due task { title state } } } \
    signatures { role versionNumber } numbers { number }";

impl Met {
    /// A version as somebody sees it.
    pub(super) async fn version(&self, who: &Somebody, number: i32) -> Value {
        let query = format!(
            "query($id: ID!, $number: Int!) {{ minutesVersion(meetingId: $id, number: $number) {{ {VERSION} }} }}"
        );
        let token = self.scene.app.token_now(&who.id).await;
        let variables = json!({ "id": self.meeting.to_string(), "number": number });
        self.ask(&token, &query, variables).await.data()["minutesVersion"].clone()
    }

    async fn compared(&self, who: &Somebody, from: i32, to: i32) -> Value {
        let query = "query($id: ID!, $from: Int!, $to: Int!) { minutesComparison(meetingId: $id, from: $from, to: $to) \
            { from to numbers { number } entries { number title changed parts { kind text } internalParts { kind text } } } }";
        let token = self.scene.app.token_now(&who.id).await;
        let variables = json!({ "id": self.meeting.to_string(), "from": from, "to": to });
        self.ask(&token, query, variables).await.data()["minutesComparison"].clone()
    }

    async fn vote(&self) {
        let app = &self.scene.app;
        app.execute(
            "INSERT INTO votes (id, meeting_id, item_id, wording, title, state, majority_base, majority_num, majority_den, majority_strict, \
             present, roll, quorate, yes, no, abstain, outcome, opened_at, closed_at) \
             VALUES ($1, $2, $3, 'Es wird *gespart*.', 'Haushalt', 'closed', 'yes_no', 1, 2, $4, 3, 4, $4, 2, 1, 0, 'adopted', $5, $5)",
            vec![
                app.clock.new_id().into(),
                self.meeting.0.into(),
                self.items[0].0.into(),
                true.into(),
                app.clock.now().into(),
            ],
        )
        .await;
    }
}

#[tokio::test]
async fn a_version_holds_the_meeting_with_all_that_was_said_and_decided() {
    let met = Met::new().await;
    met.vote().await;
    met.reviewed().await;
    let version = met.version(&met.scene.karl, 1).await;
    assert_eq!(
        (&version["place"], &version["chair"], &version["minuteTaker"], &version["holds"]),
        (&json!("Rathaus"), &json!("clara Test"), &json!("mona Test"), &json!(true))
    );
    let people: Vec<_> = version["attendances"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            format!("{} {} {}", one["name"].as_str().unwrap(), one["state"].as_str().unwrap(), one["times"])
        })
        .collect();
    assert!(people.contains(&"mona Test LEFT [\"08:00–09:30\"]".to_owned()), "{people:?}");
    assert!(people.contains(&"karl Test EXCUSED []".to_owned()), "{people:?}");
    let entry = &version["entries"][0];
    assert_eq!(entry["paragraphs"][0]["html"], "<p>Es wird <strong>gespart</strong>.</p>\n");
    assert_eq!(entry["internalHtml"], "<p>Vertraulich 0.</p>\n");
    let vote = &entry["votes"][0];
    assert_eq!((&vote["yes"], &vote["outcome"]), (&json!(2), &json!("ADOPTED")));
    let path = format!("/api/minutes/{}/1.pdf", met.meeting);
    assert_eq!(version["pdfPath"], json!(path));
}

#[tokio::test]
async fn guests_see_nothing_internal_of_a_version() {
    let met = Met::new().await;
    met.reviewed().await;
    let version = met.version(&met.scene.guest, 1).await;
    let numbers: Vec<_> = version["entries"].as_array().unwrap().iter().map(|one| &one["number"]).collect();
    assert_eq!(numbers, ["1", "3"]);
    let compared = met.compared(&met.scene.guest, 1, 1).await;
    for text in [version.to_string(), compared.to_string()] {
        assert!(
            !text.contains("Personal") && !text.contains("Vertraulich") && !text.contains("Frau X"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn the_database_refuses_to_change_versions_and_signatures() {
    let met = Met::new().await;
    met.reviewed().await;
    met.done(&met.scene.mona, "minutesFinalise", met.now().await).await;
    let mut sign = met.now().await;
    sign["versionNumber"] = json!(2);
    met.done(&met.scene.chair, "minutesSign", sign).await;
    for sql in [
        "UPDATE minutes_versions SET content = '{}' WHERE meeting_id = $1",
        "DELETE FROM minutes_versions WHERE meeting_id = $1",
        "UPDATE minutes_signatures SET role = 'minute_taker' WHERE meeting_id = $1",
        "DELETE FROM minutes_signatures WHERE meeting_id = $1",
    ] {
        let refused = met.scene.app.try_execute(sql, vec![met.meeting.0.into()]).await;
        assert!(refused.unwrap_err().contains("insert-only"), "{sql}");
    }
}

#[tokio::test]
async fn a_changed_version_is_seen() {
    let met = Met::new().await;
    met.reviewed().await;
    met.review("2026-03-10").await;
    assert_eq!(met.version(&met.scene.karl, 2).await["holds"], true);
    // Somebody with the database in their hands takes the guard away first.
    for sql in
        ["DROP TRIGGER minutes_versions_no_update", "DROP TRIGGER minutes_versions_stay ON minutes_versions"]
    {
        let _ = met.scene.app.try_execute(sql, vec![]).await;
    }
    met.sql("UPDATE minutes_versions SET content = replace(content, 'gespart', 'gezahlt') WHERE meeting_id = $1 AND number = 1")
        .await;
    assert_eq!(met.version(&met.scene.karl, 1).await["holds"], false);
    assert_eq!(met.version(&met.scene.karl, 2).await["holds"], false);
    met.sql("UPDATE minutes_versions SET content = replace(content, 'gezahlt', 'gespart') WHERE meeting_id = $1 AND number = 1")
        .await;
    assert_eq!(met.version(&met.scene.karl, 1).await["holds"], true);
    met.sql("UPDATE minutes_versions SET state = 'approved' WHERE meeting_id = $1 AND number = 2").await;
    assert_eq!(met.version(&met.scene.karl, 2).await["holds"], false);
}

#[tokio::test]
async fn two_versions_are_compared_word_by_word() {
    let met = Met::new().await;
    met.reviewed().await;
    let input = json!({
        "meetingId": met.meeting.to_string(), "versionNumber": 1, "itemId": met.items[0].to_string(),
        "paragraph": 2, "proposedText": "Die AG stimmt nicht zu.",
    });
    let row = met.done(&met.scene.karl, "minutesObject", input).await;
    let answer = json!({ "id": row["id"], "version": 1, "accept": true });
    met.done(&met.scene.mona, "minutesObjectionAnswer", answer).await;
    met.review("2026-03-10").await;
    let compared = met.compared(&met.scene.karl, 1, 2).await;
    let entries = compared["entries"].as_array().unwrap();
    let changed: Vec<_> = entries.iter().map(|entry| entry["changed"] == true).collect();
    assert_eq!(changed, [true, false, false]);
    assert_eq!(
        entries[0]["parts"],
        json!([
            { "kind": "SAME", "text": "Es wird **gespart**.\n\nDie AG stimmt " },
            { "kind": "ADDED", "text": "nicht " },
            { "kind": "SAME", "text": "zu." },
        ])
    );
    let query = "query($id: ID!) { minutesComparison(meetingId: $id, from: 1, to: 9) { from } }";
    let token = met.scene.app.token_now(&met.scene.karl.id).await;
    let reply = met.ask(&token, query, json!({ "id": met.meeting.to_string() })).await;
    assert_eq!(reply.code(), "NOT_FOUND");
}
