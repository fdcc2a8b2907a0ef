//! `minutesFinalise`, `minutesSign`, `minutesApprove`, `minutesAmend`, and approval by silence.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund::minutes::service::approve_due;
use verbund_shared::id::GroupId;

use super::{Met, meeting};

async fn finalised(met: &Met) -> Value {
    met.reviewed().await;
    met.done(&met.scene.mona, "minutesFinalise", met.now().await).await
}

async fn approval_items(met: &Met, state: &str) -> i64 {
    let sql = "SELECT COUNT(*) FROM agenda_items WHERE minutes_of_id = $1 AND state = $2";
    met.scene.app.count(sql, vec![met.meeting.0.into(), state.into()]).await
}

#[tokio::test]
async fn what_is_missing_is_named_and_keeps_them_from_being_final() {
    let met = Met::new().await;
    met.reviewed().await;
    met.is_refused("minutesFinalise", &met.now().await).await;
    met.sql("UPDATE agenda_items SET state = 'scheduled' WHERE meeting_id = $1 AND position = 1").await;
    met.sql("UPDATE attendances SET away = NULL WHERE meeting_id = $1").await;
    let seen = met.seen(&met.scene.mona).await;
    let gaps: Vec<_> = seen["gaps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| format!("{}: {}", gap["kind"].as_str().unwrap(), gap["text"].as_str().unwrap()))
        .collect();
    assert_eq!(gaps, ["ITEM_UNSETTLED: 1 Haushalt", "ATTENDANCE_UNKNOWN: karl Test"]);
    assert_eq!(seen["viewerCan"]["finalise"], false);
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesFinalise", &met.now().await).await, "gaps");
    assert_eq!(met.seen(&met.scene.karl).await["gaps"], json!([]));
}

#[tokio::test]
async fn the_whole_life_of_minutes() {
    let met = Met::new().await;
    let group: GroupId = met.scene.group.parse().unwrap();
    let later = met.scene.app.clock.now() + TimeDelta::days(10);
    let next = meeting(&met.scene, group, later, "planned", None).await;
    let draft = met.now().await;
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesFinalise", &draft).await, "draft");
    let minutes = finalised(&met).await;
    assert_eq!(
        (&minutes["state"], &minutes["versions"][1]["state"]),
        (&json!("FINALISED"), &json!("FINALISED"))
    );
    // The approval has put itself on the next agenda.
    let sql = "SELECT COUNT(*) FROM agenda_items WHERE meeting_id = $1 AND kind = 'minutes_approval' \
               AND title = 'Genehmigung des Protokolls vom 02.03.2026' AND state = 'scheduled'";
    assert_eq!(met.scene.app.count(sql, vec![next.0.into()]).await, 1);

    let mut sign = met.now().await;
    sign["versionNumber"] = json!(2);
    met.is_refused("minutesSign", &sign).await;
    let mut old = sign.clone();
    old["versionNumber"] = json!(1);
    assert_eq!(met.code(&met.scene.chair, "minutesSign", &old).await, "CONFLICT");
    met.done(&met.scene.chair, "minutesSign", sign.clone()).await;
    assert_eq!(met.forbidden_by(&met.scene.chair, "minutesSign", &sign).await, "signed");
    let signed = met.done(&met.scene.mona, "minutesSign", sign.clone()).await;
    let roles: Vec<_> = signed["signatures"].as_array().unwrap().iter().map(|one| &one["role"]).collect();
    assert_eq!(roles, ["CHAIR", "MINUTE_TAKER"]);

    met.is_refused("minutesApprove", &met.now().await).await;
    let missing = met.forbidden_by(&met.scene.mona, "minutesApprove", &met.now().await).await;
    assert_eq!(missing, "approval_missing");
    met.scene.app.clock.advance(TimeDelta::days(11));
    met.sql("UPDATE agenda_items SET state = 'decided' WHERE minutes_of_id = $1").await;
    let approved = met.done(&met.scene.mona, "minutesApprove", met.now().await).await;
    assert_eq!(
        (&approved["state"], &approved["approvedOn"], &approved["approvedBySilence"]),
        (&json!("APPROVED"), &json!("2026-03-12"), &json!(false))
    );
    let sql = "SELECT COUNT(*) FROM meetings WHERE id = $1 AND state = 'completed'";
    assert_eq!(met.scene.app.count(sql, vec![met.meeting.0.into()]).await, 1);
    let kept = met.version(&met.scene.karl, 3).await;
    assert_eq!((&kept["state"], kept["signatures"].as_array().unwrap().len()), (&json!("APPROVED"), 2));

    let mut amend = met.now().await;
    amend["reason"] = json!(" ");
    met.is_refused("minutesAmend", &amend).await;
    let mona = met.scene.app.token_now(&met.scene.mona.id).await;
    assert_eq!(met.act(&mona, "minutesAmend", &amend).await.fields(), ["reason: REQUIRED"]);
    amend["reason"] = json!("Zahl vertauscht.");
    assert_eq!(met.done(&met.scene.mona, "minutesAmend", amend).await["state"], "DRAFT");
    met.done(&met.scene.mona, "minutesSave", met.text(0, 1, "Es wird nicht gespart.")).await;
    met.review("2026-03-20").await;
    let amended = met.done(&met.scene.mona, "minutesFinalise", met.now().await).await;
    assert_eq!((&amended["state"], amended["versions"].as_array().unwrap().len()), (&json!("AMENDED"), 5));
    assert_eq!(approval_items(&met, "decided").await, 1);
    assert!(met.version(&met.scene.karl, 3).await["holds"] == true);
}

#[tokio::test]
async fn however_often_they_are_final_one_item_asks_for_approval() {
    let met = Met::new().await;
    finalised(&met).await;
    assert_eq!(approval_items(&met, "submitted").await, 1);
    let again = met.now().await;
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesFinalise", &again).await, "finalised");
    let mut amend = met.now().await;
    amend["reason"] = json!("Etwas fehlt.");
    met.done(&met.scene.mona, "minutesAmend", amend).await;
    met.review("2026-03-09").await;
    let minutes = met.done(&met.scene.mona, "minutesFinalise", met.now().await).await;
    assert_eq!(minutes["state"], "FINALISED");
    assert_eq!(approval_items(&met, "submitted").await, 1);
}

#[tokio::test]
async fn silence_approves_where_the_rules_say_so() {
    let met = Met::new().await;
    let group: GroupId = met.scene.group.parse().unwrap();
    let sql = "INSERT INTO procedures (group_id, approval, silence_days) VALUES ($1, 'silence', 7)";
    met.scene.app.execute(sql, vec![group.0.into()]).await;
    finalised(&met).await;
    assert_eq!(approval_items(&met, "submitted").await, 0);
    met.scene.app.clock.advance(TimeDelta::days(7));
    assert_eq!(approve_due(&met.scene.app.app).await.unwrap(), 0);
    met.scene.app.clock.advance(TimeDelta::days(1));
    let other = met.scene.app.another_process().await;
    let (one, two) = futures::join!(approve_due(&met.scene.app.app), approve_due(&other.app));
    assert_eq!(one.unwrap() + two.unwrap(), 1);
    let seen = met.seen(&met.scene.karl).await;
    assert_eq!(
        (&seen["state"], &seen["approvedOn"], &seen["approvedBySilence"]),
        (&json!("APPROVED"), &json!("2026-03-09"), &json!(true))
    );
    assert_eq!(seen["versions"][2]["person"], Value::Null);
}

#[tokio::test]
async fn without_silence_nothing_approves_itself() {
    let met = Met::new().await;
    finalised(&met).await;
    met.scene.app.clock.advance(TimeDelta::days(60));
    assert_eq!(approve_due(&met.scene.app.app).await.unwrap(), 0);
}
