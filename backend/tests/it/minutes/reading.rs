//! `minutes` for those who see them, and how much they ask of the database.

use serde_json::json;

use super::Met;

#[tokio::test]
async fn from_the_review_on_the_group_reads_them_and_guests_without_what_is_internal() {
    let met = Met::new().await;
    met.reviewed().await;
    let seen = met.seen(&met.scene.karl).await;
    assert_eq!(seen["entries"][1]["title"], "Personal");
    assert_eq!(seen["entries"][0]["internalText"], "Vertraulich 0.");
    let guest = met.seen(&met.scene.guest).await;
    let numbers: Vec<_> = guest["entries"].as_array().unwrap().iter().map(|one| &one["number"]).collect();
    assert_eq!(
        (numbers, &guest["viewerCan"]["readInternal"]),
        (vec![&json!("1"), &json!("3")], &json!(false))
    );
    let text = guest.to_string();
    assert!(
        !text.contains("Personal") && !text.contains("Vertraulich") && !text.contains("Frau X"),
        "{text}"
    );
}

#[tokio::test]
async fn strangers_know_of_no_minutes() {
    let met = Met::new().await;
    met.reviewed().await;
    for field in ["minutes(meetingId: $id)", "minutesVersion(meetingId: $id, number: 1)"] {
        let query = format!("query($id: ID!) {{ {field} {{ meetingId }} }}");
        for (token, code) in [("", "UNAUTHENTICATED"), (met.scene.outsider.token.as_str(), "NOT_FOUND")] {
            let reply = met.ask(token, &query, json!({ "id": met.meeting.to_string() })).await;
            assert_eq!(reply.code(), code, "{field}");
        }
        let nothing = json!({ "id": "meeting_00000000000000000000000000000001" });
        assert_eq!(met.ask(&met.scene.karl.token, &query, nothing).await.code(), "NOT_FOUND");
    }
}
