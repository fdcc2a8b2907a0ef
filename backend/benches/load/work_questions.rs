//! What people ask of the work in groups: the app's own operations.

use serde_json::{Value, json};
use uuid::Uuid;
use verbund_shared::{
    documents::{GROUPS, RESOLUTIONS, TASKS},
    id::GroupId,
};

use super::{data::WORDS, questions::Kind, random::Random, work::Work};

/// A source of questions about the work in groups.
pub(crate) struct WorkQuestions {
    random: Random,
    groups: Vec<Uuid>,
}

impl WorkQuestions {
    pub(crate) fn new(seed: u64, work: &Work) -> Self {
        Self { random: Random::new(seed), groups: work.groups.clone() }
    }

    /// The next question.
    pub(crate) fn next(&mut self) -> (Kind, String) {
        let kind = *self.random.pick(&Kind::WORK);
        let body = match kind {
            Kind::Board => {
                let group = GroupId(*self.random.pick(&self.groups)).to_string();
                let variables = json!({ "groupId": group, "filter": {}, "first": 25 });
                body(TASKS, "TaskBoardPage", variables)
            }
            Kind::MyTasks => {
                let filter = json!({ "mine": true, "states": ["OPEN", "IN_PROGRESS"] });
                let variables = json!({ "filter": filter, "order": "DUE", "first": 20 });
                body(TASKS, "TasksPage", variables)
            }
            Kind::Oversight => body(GROUPS, "GroupOversightPage", json!({ "filter": {}, "first": 20 })),
            _ => {
                let word = *self.random.pick(WORDS);
                let variables = json!({ "filter": { "text": word }, "first": 20 });
                body(RESOLUTIONS, "ResolutionsPage", variables)
            }
        };
        (kind, body)
    }
}

fn body(document: &str, operation: &str, variables: Value) -> String {
    json!({ "id": document, "operationName": operation, "variables": variables }).to_string()
}
