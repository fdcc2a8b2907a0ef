//! What a task, a checklist and a comment must look like.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    limits::NAME_MAX,
    tasks::{
        CHECKLIST_MAX, COMMENT_MAX, MENTIONS_MAX, REASON_MAX, RECURRENCE_EVERY_MAX, TASK_TEXT_MAX,
        TaskPriority,
    },
    values::FieldCheck,
};

use super::recurrence::Recurrence;

/// What a task says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskText {
    /// What is to be done, in one line.
    pub title: String,
    /// More about it, in Markdown.
    pub text: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How urgent it is.
    pub priority: TaskPriority,
    /// The accountable organisation.
    pub organisation: Option<Uuid>,
    /// How often it comes again.
    pub recurrence: Option<Recurrence>,
    /// The milestone it comes from.
    pub milestone: Option<Uuid>,
}

/// Trims and checks what a task says.
pub fn check_task(check: &mut FieldCheck, text: TaskText) -> TaskText {
    if let Some(recurrence) = text.recurrence {
        if !(1..=RECURRENCE_EVERY_MAX).contains(&recurrence.every) {
            check.push(FieldError::new("recurrence.every", ErrorCode::InvalidValue));
        }
        if text.due.is_none() {
            check.push(FieldError::new("due", ErrorCode::Required));
        }
    }
    TaskText {
        title: check.required_line("title", &text.title, NAME_MAX),
        text: check.text("text", &text.text, TASK_TEXT_MAX),
        ..text
    }
}

/// The day of the month that a series means: that of the day somebody chose. Where only the rest was
/// changed, the day that was meant before stays.
pub fn meant_day(text: &TaskText, before: Option<(NaiveDate, i32)>) -> Option<i32> {
    let due = text.recurrence.and(text.due)?;
    match before {
        Some((old, meant)) if old == due => Some(meant),
        _ => i32::try_from(due.day()).ok(),
    }
}

/// Why something is blocked, given back or given up, trimmed: there is always a reason.
pub fn check_reason(check: &mut FieldCheck, reason: &str) -> String {
    check.required_text("reason", reason, REASON_MAX)
}

/// A word to somebody who is asked, trimmed; may be empty.
pub fn check_word(check: &mut FieldCheck, word: &str) -> String {
    check.text("message", word, REASON_MAX)
}

/// One entry of a checklist, trimmed.
pub fn check_item(check: &mut FieldCheck, field: &str, text: &str) -> String {
    check.required_line(field, text, NAME_MAX)
}

/// The checklist of a new task, trimmed; it does not get too long.
pub fn check_checklist(check: &mut FieldCheck, items: &[String]) -> Vec<String> {
    check_room(check, "checklist", items.len());
    let item = |(at, text): (usize, &String)| check_item(check, &format!("checklist.{at}"), text);
    items.iter().take(CHECKLIST_MAX).enumerate().map(item).collect()
}

/// A checklist with so many entries is not too long.
pub fn check_room(check: &mut FieldCheck, field: &str, count: usize) {
    if count > CHECKLIST_MAX {
        check.push(FieldError::new(field, ErrorCode::TooMany).with("max", CHECKLIST_MAX));
    }
}

/// A comment, trimmed.
pub fn check_comment(check: &mut FieldCheck, body: &str) -> String {
    check.required_text("body", body, COMMENT_MAX)
}

/// Who is mentioned, each once: not too many, and only people who can see the task.
pub fn check_mentions(check: &mut FieldCheck, wanted: &[Uuid], who_sees: &[Uuid]) -> Vec<Uuid> {
    let mut mentions = wanted.to_vec();
    mentions.sort_unstable();
    mentions.dedup();
    if mentions.len() > MENTIONS_MAX {
        check.push(FieldError::new("mentions", ErrorCode::TooMany).with("max", MENTIONS_MAX));
    } else if !mentions.iter().all(|id| who_sees.contains(id)) {
        check.push(FieldError::new("mentions", ErrorCode::UnknownReference));
    }
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbund_shared::tasks::TaskRecurrenceUnit;

    fn task(title: &str, due: Option<NaiveDate>, every: Option<i32>) -> TaskText {
        TaskText {
            title: title.to_owned(),
            text: String::new(),
            due,
            priority: TaskPriority::Normal,
            organisation: None,
            recurrence: every.map(|every| Recurrence { unit: TaskRecurrenceUnit::Month, every }),
            milestone: None,
        }
    }

    fn found(write: impl FnOnce(&mut FieldCheck)) -> Vec<(String, ErrorCode)> {
        let mut check = FieldCheck::new();
        write(&mut check);
        check.into_errors().into_iter().map(|error| (error.field, error.code)).collect()
    }

    #[test]
    fn a_task_needs_a_title_and_what_comes_again_needs_a_day() {
        let due = NaiveDate::from_ymd_opt(2026, 3, 31);
        let errors = |text: TaskText| {
            found(|check| {
                check_task(check, text);
            })
        };
        assert_eq!(errors(task("Saal buchen", None, None)), []);
        assert_eq!(errors(task("Saal buchen", due, Some(1))), []);
        assert_eq!(errors(task(" ", None, None)), [("title".to_owned(), ErrorCode::Required)]);
        assert_eq!(errors(task("x", None, Some(1))), [("due".to_owned(), ErrorCode::Required)]);
        for every in [0, -1, RECURRENCE_EVERY_MAX + 1] {
            let wrong = [("recurrence.every".to_owned(), ErrorCode::InvalidValue)];
            assert_eq!(errors(task("x", due, Some(every))), wrong, "{every}");
        }
    }

    #[test]
    fn the_day_that_is_meant_changes_with_the_day_that_is_chosen() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
        let text = task("x", Some(day(2, 28)), Some(1));
        assert_eq!(meant_day(&text, None), Some(28));
        assert_eq!(meant_day(&text, Some((day(2, 28), 31))), Some(31));
        assert_eq!(meant_day(&text, Some((day(3, 31), 31))), Some(28));
        assert_eq!(meant_day(&task("x", Some(day(2, 28)), None), None), None);
    }

    #[test]
    fn only_those_who_see_a_task_are_mentioned_and_each_once() {
        let id = Uuid::from_u128;
        let mut check = FieldCheck::new();
        assert_eq!(check_mentions(&mut check, &[id(2), id(1), id(2)], &[id(1), id(2)]), [id(1), id(2)]);
        assert_eq!(check.into_errors(), []);
        let unknown = found(|check| {
            check_mentions(check, &[id(3)], &[id(1)]);
        });
        assert_eq!(unknown, [("mentions".to_owned(), ErrorCode::UnknownReference)]);
        let many: Vec<Uuid> = (0..=20).map(id).collect();
        let too_many = found(|check| {
            check_mentions(check, &many, &many);
        });
        assert_eq!(too_many, [("mentions".to_owned(), ErrorCode::TooMany)]);
    }

    #[test]
    fn a_checklist_says_which_entry_is_wrong() {
        let errors = found(|check| {
            check_checklist(check, &["Raum".to_owned(), " ".to_owned()]);
        });
        assert_eq!(errors, [("checklist.1".to_owned(), ErrorCode::Required)]);
    }
}
