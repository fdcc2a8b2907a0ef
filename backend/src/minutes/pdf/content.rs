//! The document of a version: what stands in it, in which words.

use chrono_tz::Tz;
use verbund_shared::{locale::Locale, meetings::AgendaItemState, minutes::SignatureRole};

use super::{
    blocks::{Block, Document, Entry as ListEntry, Run},
    markdown,
};
use crate::{
    export::{dashed, label, pick},
    mail::write_day,
    minutes::{
        rules::content::{ActionLine, Attendee, Content, Entry, Vote},
        service::Version,
        store::SignatureRow,
    },
};

/// The words and times of a document.
struct Words {
    locale: Locale,
    zone: Tz,
}

impl Words {
    fn say(&self, key: &str) -> String {
        label(self.locale, key)
    }

    fn time(&self, at: chrono::DateTime<chrono::Utc>) -> String {
        let local = at.with_timezone(&self.zone);
        format!("{}, {}", write_day(self.locale, local.date_naive()), local.format("%H:%M"))
    }

    /// `Name: value`, as one paragraph of several lines; what is empty is left out.
    fn facts(&self, facts: &[(&str, String)]) -> Block {
        let mut runs = Vec::new();
        for (key, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            let before = if runs.is_empty() { "" } else { "\n" };
            runs.push(Run::bold(format!("{before}{}: ", self.say(key))));
            runs.push(Run::plain(value.clone()));
        }
        Block::Paragraph(runs)
    }
}

/// The document of a version with what is to stand in it.
pub(super) fn document(version: &Version, content: &Content, locale: Locale, zone: Tz) -> Document {
    let words = Words { locale, zone };
    let name = words.say("minutes-pdf-name");
    let title = format!("{name}: {}", content.title);
    let number = format!("{} {}", words.say("minutes-pdf-version"), content.number);
    let mut blocks = vec![Block::Heading(1, title.clone()), facts(&words, version, content)];
    blocks.push(Block::Heading(2, words.say("minutes-pdf-attendance")));
    blocks.push(attendance(&words, content));
    for entry in &content.entries {
        item(&words, entry, &mut blocks);
    }
    signatures(&words, version, &mut blocks);
    blocks.push(words.facts(&[("minutes-pdf-hash", version.row.sha256.clone())]));
    Document {
        foot: format!("{title} · {number}"),
        title,
        language: locale.tag().to_owned(),
        author: pick(locale, &version.group.name_de, &version.group.name_en).to_owned(),
        blocks,
        page: words.say("minutes-pdf-page"),
    }
}

fn facts(words: &Words, version: &Version, content: &Content) -> Block {
    let state = words.say(&format!("minutes-pdf-state-{}", dashed(content.state.as_str())));
    let group = pick(words.locale, &version.group.name_de, &version.group.name_en);
    let end = content.ends_at.with_timezone(&words.zone).format("%H:%M");
    words.facts(&[
        ("minutes-pdf-group", group.to_owned()),
        ("minutes-pdf-time", format!("{}–{end}", words.time(content.starts_at))),
        ("minutes-pdf-place", content.place.clone()),
        ("minutes-pdf-chair", content.chair.clone()),
        ("minutes-pdf-minute-taker", content.minute_taker.clone()),
        ("minutes-pdf-version", format!("{} ({state}, {})", content.number, words.time(content.at))),
    ])
}

fn attendance(words: &Words, content: &Content) -> Block {
    if content.attendances.is_empty() {
        return Block::Paragraph(vec![Run::plain(words.say("minutes-pdf-nobody"))]);
    }
    let head = ["person", "organisation", "role", "presence", "times"];
    let row = |one: &Attendee| {
        vec![
            one.name.clone(),
            one.organisation.clone(),
            words.say(&format!("groups-role-{}", one.role.as_str())),
            words.say(&format!("minutes-pdf-presence-{}", dashed(one.state.as_str()))),
            one.times.join(", "),
        ]
    };
    Block::Table {
        head: head.iter().map(|key| words.say(&format!("minutes-pdf-{key}"))).collect(),
        rows: content.attendances.iter().map(row).collect(),
        widths: vec![28, 28, 18, 17, 19],
    }
}

fn item(words: &Words, entry: &Entry, blocks: &mut Vec<Block>) {
    let level = if entry.number.contains('.') { 3 } else { 2 };
    let top = words.say("minutes-pdf-item");
    blocks.push(Block::Heading(level, format!("{top} {} {}", entry.number, entry.title)));
    let mut about = Vec::new();
    if entry.internal {
        about.push(words.say("minutes-pdf-internal"));
    }
    if matches!(entry.state, AgendaItemState::Deferred | AgendaItemState::Withdrawn) {
        about.push(words.say(&format!("minutes-pdf-item-{}", entry.state.as_str())));
    }
    if !about.is_empty() {
        blocks.push(Block::Paragraph(vec![Run::plain(about.join(" · "))]));
    }
    blocks.extend(markdown::blocks(&entry.text, level));
    if !entry.internal_text.is_empty() {
        blocks.push(Block::Heading(level + 1, words.say("minutes-pdf-internal-part")));
        blocks.extend(markdown::blocks(&entry.internal_text, level + 1));
    }
    for vote in &entry.votes {
        blocks.push(Block::Heading(level + 1, format!("{}: {}", words.say("minutes-pdf-vote"), vote.title)));
        blocks.extend(markdown::blocks(&vote.wording, level + 1));
        blocks.push(result(words, vote));
    }
    if !entry.actions.is_empty() {
        blocks.push(Block::Heading(level + 1, words.say("minutes-pdf-actions")));
        blocks.push(Block::List(entry.actions.iter().map(|line| action(words, line)).collect()));
    }
}

fn result(words: &Words, vote: &Vote) -> Block {
    let count = |key: &str, number: i32| format!("{} {number}", words.say(&format!("minutes-pdf-{key}")));
    let mut text = [
        count("yes", vote.yes),
        count("no", vote.no),
        count("abstain", vote.abstain),
        count("present", vote.present),
        count("roll", vote.roll),
    ]
    .join(", ");
    if vote.secret {
        text.push_str(&format!(" ({})", words.say("minutes-pdf-secret")));
    }
    let outcome = words.say(&format!("minutes-pdf-outcome-{}", vote.outcome.as_str()));
    let mut runs = vec![Run::bold(format!("{outcome}. ")), Run::plain(format!("{text}."))];
    if !vote.label.is_empty() {
        runs.push(Run::plain(format!("\n{} {}", words.say("minutes-pdf-resolution"), vote.label)));
    }
    if !vote.excluded.is_empty() {
        let excluded = words.say("minutes-pdf-excluded");
        runs.push(Run::plain(format!("\n{excluded}: {}", vote.excluded.join(", "))));
    }
    Block::Paragraph(runs)
}

fn action(words: &Words, line: &ActionLine) -> ListEntry {
    let mut who = vec![line.organisation.clone(), line.person.clone()];
    if let Some(due) = line.due {
        who.push(format!("{} {}", words.say("minutes-pdf-due"), write_day(words.locale, due)));
    }
    who.retain(|part| !part.is_empty());
    let text = format!("{} ({})", line.text, who.join(", "));
    ListEntry { depth: 0, label: "•".to_owned(), runs: vec![Run::plain(text)] }
}

fn signatures(words: &Words, version: &Version, blocks: &mut Vec<Block>) {
    if version.signatures.is_empty() {
        return;
    }
    blocks.push(Block::Heading(2, words.say("minutes-pdf-signatures")));
    let entry = |(row, name): (&SignatureRow, &String)| {
        let role = match row.role {
            SignatureRole::Chair => words.say("minutes-pdf-chair"),
            SignatureRole::MinuteTaker => words.say("minutes-pdf-minute-taker"),
        };
        let text = format!("{name} ({role}), {}", words.time(row.at));
        ListEntry { depth: 0, label: "•".to_owned(), runs: vec![Run::plain(text)] }
    };
    let signed = version.signatures.iter().zip(&version.signers).map(entry);
    blocks.push(Block::List(signed.collect()));
}
