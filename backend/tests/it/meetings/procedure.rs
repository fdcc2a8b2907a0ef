//! `procedure`, `procedureUpdate`.

use serde_json::{Value, json};

use super::{act, ask, conclude, done, is_refused, scene, visitor};
use crate::tasks::{Scene, Somebody};

const RULES: &str = "query($id: ID!) { procedure(groupId: $id) { noticeDays voteBy quorumKind quorumNum quorumDen \
    majority { base num den strict } approval silenceDays circularDays circularObjection version viewerCanEdit } }";

fn changed(scene: &Scene) -> Value {
    json!({
        "groupId": scene.group, "version": 0, "noticeDays": 14, "voteBy": "PERSON", "quorumKind": "COUNT",
        "quorumCount": 3, "quorumNum": 1, "quorumDen": 2,
        "majority": { "base": "CAST", "num": 2, "den": 3, "strict": false },
        "approval": "SILENCE", "silenceDays": 10, "circularDays": 5, "circularObjection": false,
    })
}

async fn rules(scene: &Scene, who: &Somebody) -> Value {
    ask(scene, who, RULES, json!({ "id": scene.group })).await.data()["procedure"].clone()
}

#[tokio::test]
async fn a_group_goes_by_the_usual_rules_until_it_has_its_own() {
    let scene = scene().await;
    let usual = rules(&scene, &scene.guest).await;
    assert_eq!((&usual["noticeDays"], &usual["version"]), (&json!(7), &json!(0)));
    assert_eq!((&usual["voteBy"], &usual["quorumKind"]), (&json!("ORGANISATION"), &json!("FRACTION")));
    assert_eq!(usual["majority"], json!({ "base": "YES_NO", "num": 1, "den": 2, "strict": true }));
    assert_eq!(
        (&usual["viewerCanEdit"], &rules(&scene, &scene.chair).await["viewerCanEdit"]),
        (&json!(false), &json!(true))
    );
    for (who, code) in [(&visitor(), "UNAUTHENTICATED"), (&scene.outsider, "NOT_FOUND")] {
        assert_eq!(ask(&scene, who, RULES, json!({ "id": scene.group })).await.code(), code);
    }
    is_refused(&scene, "procedureUpdate", &changed(&scene)).await;
    assert_eq!(act(&scene, &scene.mona, "procedureUpdate", changed(&scene)).await.code(), "FORBIDDEN");
    done(&scene, &scene.chair, "procedureUpdate", changed(&scene)).await;
    let own = rules(&scene, &scene.mona).await;
    assert_eq!(
        (&own["noticeDays"], &own["version"], &own["approval"]),
        (&json!(14), &json!(1), &json!("SILENCE"))
    );
    assert_eq!(act(&scene, &scene.chair, "procedureUpdate", changed(&scene)).await.code(), "CONFLICT");
    let mut again = changed(&scene);
    again["version"] = json!(1);
    assert_eq!(done(&scene, &scene.chair, "procedureUpdate", again.clone()).await["version"], 2);
    conclude(&scene).await;
    again["version"] = json!(2);
    assert_eq!(act(&scene, &scene.chair, "procedureUpdate", again).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn rules_that_cannot_be_kept_are_refused_and_two_at_once_make_one() {
    let scene = scene().await;
    for (field, value, expected) in [
        ("noticeDays", json!(91), "noticeDays: INVALID_VALUE"),
        ("quorumDen", json!(0), "quorumDen: INVALID_VALUE"),
        ("quorumNum", json!(3), "quorumNum: INVALID_VALUE"),
        (
            "majority",
            json!({ "base": "CAST", "num": 1, "den": 1, "strict": true }),
            "majority: INVALID_VALUE",
        ),
    ] {
        let mut input = changed(&scene);
        input[field] = value;
        assert_eq!(act(&scene, &scene.chair, "procedureUpdate", input).await.fields(), [expected]);
    }
    let one = act(&scene, &scene.chair, "procedureUpdate", changed(&scene));
    let two = act(&scene, &scene.chair, "procedureUpdate", changed(&scene));
    let (one, two) = futures::join!(one, two);
    let mut codes = [one.code(), two.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
}
