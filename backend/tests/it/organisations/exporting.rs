//! `/export/memberships.csv`: the administration's list.

use serde_json::json;

use crate::support::TestApp;

const LIST: &str = "/export/memberships.csv";

#[tokio::test]
async fn the_list_is_taken_along_as_it_is_filtered() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    app.member("Bildungswerk").await;
    let ended = app.member("Altverein").await;
    let input = json!({ "organisationId": ended, "lastDay": "2026-03-01", "reason": "Aufgelöst." });
    app.send(&coordinator, "MembershipEnd", json!({ "input": input })).await.data();
    app.execute("UPDATE organisations SET kind = 'company' WHERE id = $1", vec![ended.0.into()]).await;

    let found = app.download(&coordinator, &format!("{LIST}?lang=de")).await;
    assert_eq!(found.name, "attachment; filename=\"verbund-memberships.csv\"");
    let rows = found.rows();
    assert_eq!(rows[0][..5], ["Name", "Kurzname", "Art der Organisation", "Mitgliedschaft", "Mitglied seit"]);
    assert_eq!(rows[1][..6], ["Altverein", "", "Unternehmen", "beendet", "", "2026-03-01"]);
    assert_eq!(rows[2][0], "Bildungswerk");
    assert_eq!(rows[2][3..6], ["Mitglied", "2025-11-22", ""]);

    for (query, name) in [
        ("stand=ended", "Altverein"),
        ("art=company", "Altverein"),
        ("stand=active&art=association", "Bildungswerk"),
        ("q=bildung", "Bildungswerk"),
    ] {
        let rows = app.download(&coordinator, &format!("{LIST}?{query}")).await.rows();
        assert_eq!((rows.len(), rows[1][0].as_str()), (2, name), "{query}");
    }
    assert_eq!(app.download(&coordinator, &format!("{LIST}?stand=suspended")).await.rows().len(), 1);
}

#[tokio::test]
async fn only_coordinators_get_it() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    assert_eq!(app.download("", LIST).await.status, 401);
    assert_eq!(app.download(&steering, LIST).await.status, 403);
}
