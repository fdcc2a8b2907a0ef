//! `minutesObject`, `minutesObjectionAnswer`, `minutesObjectionWithdraw`.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::Met;

fn objection(met: &Met, paragraph: i32) -> Value {
    json!({
        "meetingId": met.meeting.to_string(), "versionNumber": 1, "itemId": met.items[0].to_string(),
        "paragraph": paragraph, "proposedText": "Die AG stimmt **nicht** zu.", "comment": "So war es.",
    })
}

#[tokio::test]
async fn an_objection_is_taken_over_into_its_paragraph() {
    let met = Met::new().await;
    met.reviewed().await;
    let input = objection(&met, 2);
    for (who, code) in [(&met.scene.outsider, "NOT_FOUND"), (&met.scene.guest, "FORBIDDEN")] {
        assert_eq!(met.code(who, "minutesObject", &input).await, code);
    }
    assert_eq!(met.act("", "minutesObject", &input).await.code(), "UNAUTHENTICATED");
    assert!(met.seen(&met.scene.karl).await["viewerCan"]["object"] == true);
    let row = met.done(&met.scene.karl, "minutesObject", input.clone()).await;
    assert_eq!(
        (&row["quote"], &row["itemNumber"], &row["state"], &row["viewerCanWithdraw"]),
        (&json!("Die AG stimmt zu."), &json!("1"), &json!("OPEN"), &json!(true))
    );
    let second = met.done(&met.scene.chair, "minutesObject", input).await;
    let answer = |row: &Value, accept: bool, answer: &str| json!({ "id": row["id"], "version": row["version"], "accept": accept, "answer": answer });
    met.is_refused("minutesObjectionAnswer", &answer(&row, true, "")).await;
    let silent = met.act(&met.scene.mona.token, "minutesObjectionAnswer", &answer(&row, false, " ")).await;
    assert_eq!(silent.fields(), ["answer: REQUIRED"]);
    let accepted = met.done(&met.scene.mona, "minutesObjectionAnswer", answer(&row, true, "")).await;
    assert_eq!(
        (&accepted["state"], &accepted["answeredBy"]["givenName"]),
        (&json!("ACCEPTED"), &json!("mona"))
    );
    let entry = met.seen(&met.scene.karl).await["entries"][0].clone();
    assert_eq!(entry["text"], "Es wird **gespart**.\n\nDie AG stimmt **nicht** zu.");
    // The paragraph that the other one quotes is gone.
    let late = answer(&second, true, "");
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesObjectionAnswer", &late).await, "paragraph_changed");
    met.done(&met.scene.mona, "minutesObjectionAnswer", answer(&second, false, "Schon geändert.")).await;
    assert_eq!(met.code(&met.scene.mona, "minutesObjectionAnswer", &late).await, "CONFLICT");
    // Version 1 stays as it was frozen; the next one has the new text.
    met.review("2026-03-10").await;
    let texts = [met.version(&met.scene.karl, 1).await, met.version(&met.scene.karl, 2).await]
        .map(|version| version["entries"][0]["paragraphs"][1]["text"].clone());
    assert_eq!(texts, ["Die AG stimmt zu.", "Die AG stimmt **nicht** zu."]);
}

#[tokio::test]
async fn one_takes_back_ones_own() {
    let met = Met::new().await;
    met.reviewed().await;
    let row = met.done(&met.scene.karl, "minutesObject", objection(&met, 1)).await;
    let input = json!({ "id": row["id"], "version": 1 });
    for (who, code) in
        [(&met.scene.outsider, "NOT_FOUND"), (&met.scene.guest, "FORBIDDEN"), (&met.scene.mona, "FORBIDDEN")]
    {
        assert_eq!(met.code(who, "minutesObjectionWithdraw", &input).await, code);
    }
    assert_eq!(met.act("", "minutesObjectionWithdraw", &input).await.code(), "UNAUTHENTICATED");
    let back = met.done(&met.scene.karl, "minutesObjectionWithdraw", input.clone()).await;
    assert_eq!((&back["state"], &back["viewerCanWithdraw"]), (&json!("WITHDRAWN"), &json!(false)));
    assert_eq!(met.code(&met.scene.karl, "minutesObjectionWithdraw", &input).await, "CONFLICT");
    let again = json!({ "id": row["id"], "version": 2 });
    assert_eq!(met.forbidden_by(&met.scene.karl, "minutesObjectionWithdraw", &again).await, "withdrawn");
}

#[tokio::test]
async fn only_to_what_is_there_and_in_time() {
    let met = Met::new().await;
    met.done(&met.scene.mona, "minutesSave", met.text(0, 0, "Text")).await;
    assert_eq!(met.forbidden_by(&met.scene.karl, "minutesObject", &objection(&met, 1)).await, "draft");
    met.review("2026-03-03").await;
    let karl = met.scene.app.token_now(&met.scene.karl.id).await;
    for paragraph in [0, 2] {
        let reply = met.act(&karl, "minutesObject", &objection(&met, paragraph)).await;
        assert_eq!(reply.fields(), ["paragraph: INVALID_VALUE"]);
    }
    let mut empty = objection(&met, 1);
    empty["proposedText"] = json!(" ");
    assert_eq!(met.act(&karl, "minutesObject", &empty).await.fields(), ["proposedText: REQUIRED"]);
    let mut old = objection(&met, 1);
    old["versionNumber"] = json!(2);
    assert_eq!(met.act(&karl, "minutesObject", &old).await.code(), "CONFLICT");
    // On the last day, and not after it.
    met.scene.app.clock.advance(TimeDelta::days(1));
    met.done(&met.scene.karl, "minutesObject", objection(&met, 1)).await;
    met.scene.app.clock.advance(TimeDelta::days(1));
    assert_eq!(met.forbidden_by(&met.scene.karl, "minutesObject", &objection(&met, 1)).await, "review_over");
    assert_eq!(met.seen(&met.scene.karl).await["viewerCan"]["object"], false);
}
