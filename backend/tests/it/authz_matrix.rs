//! The matrix role x action, for people to review: `authz_matrix.out` beside this file.
//! After a deliberate change: `VERBUND_UPDATE=1 cargo test -p verbund --test it authz_matrix`.

use std::{fmt::Write as _, path::Path};

use uuid::Uuid;
use verbund::authz::{Action, Actor, Facts, policy::decide};
use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, OrganisationId, PersonId, SessionId},
    people::{AffiliationRole, NetworkRole},
};

const OWN: OrganisationId = OrganisationId(Uuid::from_u128(1));
const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(2));
const GROUP: GroupId = GroupId(Uuid::from_u128(5));
const OTHER_GROUP: GroupId = GroupId(Uuid::from_u128(6));
const SELF: PersonId = PersonId(Uuid::from_u128(3));

fn person(
    affiliations: Vec<(OrganisationId, AffiliationRole)>,
    network_roles: Vec<NetworkRole>,
    group_roles: Vec<(GroupId, GroupRole)>,
) -> Actor {
    let session = SessionId(Uuid::from_u128(4));
    Actor::Person { id: SELF, session, affiliations, network_roles, group_roles }
}

fn matrix() -> String {
    let mut actors =
        vec![("visitor".to_owned(), Actor::Visitor), ("person".to_owned(), person(vec![], vec![], vec![]))];
    for role in AffiliationRole::ALL {
        actors.push((role.as_str().to_owned(), person(vec![(OWN, *role)], vec![], vec![])));
    }
    for role in NetworkRole::ALL {
        actors.push((role.as_str().to_owned(), person(vec![], vec![*role], vec![])));
    }
    for role in GroupRole::ALL {
        actors.push((format!("group_{}", role.as_str()), person(vec![], vec![], vec![(GROUP, *role)])));
    }
    let mut text = String::from(
        "Who may do what. o = in the own organisation or group, or for oneself, * = also elsewhere, . = not.\n\n",
    );
    write!(text, "{:<28}", "").unwrap();
    for (name, _) in &actors {
        write!(text, "{name:>24}").unwrap();
    }
    text.push('\n');
    for action in Action::ALL {
        write!(text, "{:<28}", format!("{action:?}")).unwrap();
        for (_, actor) in &actors {
            let own = decide(
                actor,
                *action,
                &Facts { organisation: Some(OWN), person: Some(SELF), group: Some(GROUP) },
            );
            let elsewhere = decide(
                actor,
                *action,
                &Facts {
                    organisation: Some(OTHER),
                    person: Some(PersonId(Uuid::from_u128(9))),
                    group: Some(OTHER_GROUP),
                },
            );
            let mark = match (own, elsewhere) {
                (true, true) => "*",
                (true, false) => "o",
                (false, false) => ".",
                (false, true) => panic!("{action:?}: allowed elsewhere but not at home"),
            };
            write!(text, "{mark:>24}").unwrap();
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_matrix_is_the_reviewed_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/authz_matrix.out");
    let matrix = matrix();
    if std::env::var_os("VERBUND_UPDATE").is_some() {
        std::fs::write(&path, &matrix).unwrap();
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        reviewed == matrix,
        "rights have changed; if that is meant, run with VERBUND_UPDATE=1 and review the difference\n{matrix}"
    );
}
