//! The same file twice is the same as once, for files of every kind and for the demonstration.

use proptest::{prelude::*, test_runner::TestRunner};

use super::{app, apply, counts, id_of, preview};
use crate::support::TestApp;

async fn twice(app: &TestApp, token: &str, kind: &str, content: &str) {
    let first = preview(app, token, kind, content).await;
    apply(app, token, &id_of(&first)).await.data();
    let second = preview(app, token, kind, content).await;
    let counts = counts(&second.data()["importPreview"]["import"]);
    assert!(
        !counts.contains("NEW") && !counts.contains("CHANGED ") || counts.starts_with("UNCHANGED"),
        "{counts}\n{content}"
    );
    assert!(!counts.contains("WARNING"), "{counts}\n{content}");
}

/// Cells that people might write, right or wrong.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-zäöüß]{1,8}",
        Just("=1+1".to_owned()),
        Just("Žofia | 李".to_owned()),
        Just("halle|Börde".to_owned()),
        Just("landesweit".to_owned()),
        Just("2024-02-30".to_owned()),
        Just("1.3.2024".to_owned()),
        Just("2031-01-01".to_owned()),
        Just("ja".to_owned()),
        Just("x@y.example".to_owned()),
    ]
}

fn file(
    header: &'static [&'static str],
    fixed: fn(usize) -> String,
) -> impl Strategy<Value = String> + use<> {
    let header = header.join(";");
    let free = header.split(';').count() - fixed(0).split(';').count();
    proptest::collection::vec(proptest::collection::vec(cell(), free), 1..6).prop_map(move |rows| {
        let rows =
            rows.iter().enumerate().map(|(number, cells)| format!("{};{}\n", fixed(number), cells.join(";")));
        format!("{header}\n{}", rows.collect::<String>())
    })
}

fn organisations() -> impl Strategy<Value = String> {
    const HEADER: &[&str] = &[
        "key",
        "name",
        "kind",
        "purpose_de",
        "short_name",
        "districts",
        "member_since",
        "member_until",
        "membership_state",
        "contact_name",
        "contact_email",
        "contact_public",
        "city",
    ];
    file(HEADER, |number| format!("key{number};Verein {number};verein;Zweck"))
}

fn people() -> impl Strategy<Value = String> {
    const HEADER: &[&str] = &[
        "email",
        "given_name",
        "family_name",
        "organisation_key",
        "role",
        "from",
        "until",
        "network_role",
        "locale",
    ];
    file(HEADER, |number| {
        let role = ["a;staff", "a;deputy", ";"][number % 3];
        format!("p{}@a.example;Eva;Groß;{role}", number / 2)
    })
}

fn offers() -> impl Strategy<Value = String> {
    const HEADER: &[&str] = &[
        "key",
        "organisation_key",
        "title_de",
        "summary_de",
        "form",
        "cost",
        "title_en",
        "districts",
        "valid_from",
        "valid_until",
        "checked_on",
        "contact_email",
    ];
    file(HEADER, |number| format!("o{number};a;Titel {number};Text;kurs;kostenlos"))
}

fn check(kind: &'static str, files: impl Strategy<Value = String>) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(ProptestConfig { cases: 12, ..ProptestConfig::default() });
    runner
        .run(&files, |content| {
            runtime.block_on(async {
                let (app, coordinator) = app().await;
                let member = "key;name;kind;purpose_de\na;Verein A;verein;Zweck\n";
                let id = id_of(&preview(&app, &coordinator, "ORGANISATIONS", member).await);
                apply(&app, &coordinator, &id).await.data();
                twice(&app, &coordinator, kind, &content).await;
            });
            Ok(())
        })
        .unwrap();
}

#[test]
fn organisations_twice_change_nothing() {
    check("ORGANISATIONS", organisations());
}

#[test]
fn people_twice_change_nothing() {
    check("PEOPLE", people());
}

#[test]
fn offers_twice_change_nothing() {
    check("OFFERS", offers());
}

#[tokio::test]
async fn the_demonstration_loads_once_and_only_into_an_empty_database() {
    use verbund::demo::service::{Loaded, load};
    let app = TestApp::new().await;
    assert_eq!(load(&app.app).await.unwrap(), Loaded::AnotherNetwork);
    app.execute("DELETE FROM network", vec![]).await;
    assert_eq!(load(&app.app).await.unwrap(), Loaded::Now);
    assert_eq!(load(&app.app).await.unwrap(), Loaded::Before);
    assert!(app.count("SELECT COUNT(*) FROM organisations", vec![]).await >= 25);
    assert!(app.count("SELECT COUNT(*) FROM offers", vec![]).await >= 60);
    assert_eq!(app.count("SELECT COUNT(DISTINCT state) FROM applications", vec![]).await, 7);
    assert_eq!(app.count("SELECT COUNT(*) FROM groups", vec![]).await, 6);
    assert_eq!(app.count("SELECT COUNT(DISTINCT state) FROM groups", vec![]).await, 4);
    assert_eq!(app.count("SELECT COUNT(*) FROM group_roles WHERE state = 'requested'", vec![]).await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM tasks", vec![]).await, 87);
    assert_eq!(app.count("SELECT COUNT(*) FROM minutes WHERE state = 'approved'", vec![]).await, 10);
    assert_eq!(app.count("SELECT COUNT(*) FROM meetings WHERE state = 'invited'", vec![]).await, 1);
    assert_eq!(app.count("SELECT COUNT(DISTINCT state) FROM tasks", vec![]).await, 4);
    assert_eq!(app.count("SELECT COUNT(DISTINCT assignment) FROM tasks", vec![]).await, 4);
    let reply = app.sign_in(verbund::demo::SIGN_INS[0].1, verbund::demo::PASSWORD).await;
    assert_eq!(reply.code(), "");
}
