//! The mails there are, and what each needs to be written.

use verbund_shared::locale::Locale;

/// A mail to be written into the outbox.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// The language of its text.
    pub locale: Locale,
    /// Which mail.
    pub template: MailTemplate,
    /// What belongs into the text: everything [`MailTemplate::values`] names, and `name`, where it
    /// is known, for the greeting.
    pub values: Vec<(&'static str, String)>,
    /// Path of the button, such as `/einladung/<token>`; the public address is put before it.
    pub link: Option<String>,
}

macro_rules! templates {
    ($( $(#[$doc:meta])* $variant:ident = $key:literal [$($value:literal),*] $link:literal ),+ $(,)?) => {
        /// Which mail; its texts are `mail-<key>-subject`, `-body` and, with a link, `-action`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum MailTemplate {
            $( $(#[$doc])* $variant ),+
        }

        impl MailTemplate {
            /// Every mail.
            pub const ALL: &[MailTemplate] = &[ $( MailTemplate::$variant ),+ ];

            /// The word in the database and in the message keys.
            pub const fn key(self) -> &'static str {
                match self { $( Self::$variant => $key ),+ }
            }

            /// What its texts need.
            pub const fn values(self) -> &'static [&'static str] {
                match self { $( Self::$variant => &[$($value),*] ),+ }
            }

            /// Whether it has a button.
            pub const fn has_link(self) -> bool {
                match self { $( Self::$variant => $link ),+ }
            }
        }
    };
}

templates! {
    /// The link to set a new password. `hours`: how long it works.
    PasswordReset = "password-reset" ["hours"] true,
    /// To the new address: the link that confirms it. `hours`: how long it works.
    EmailChange = "email-change" ["hours"] true,
    /// Something about the own account has changed. `what`: `password`, `email`,
    /// `second_factor_on`, `second_factor_off`, `recovery_codes` or `sessions`.
    SecurityNotice = "security-notice" ["what"] true,
    /// Somebody signed in on a device that the account did not know. `device`: its name, or
    /// `unknown`; `day`: by [`super::write_day`]; `time`: such as `10:05`.
    NewDevice = "new-device" ["device", "day", "time"] true,
    /// An invitation to make an account. `organisation`: its name, or the network's;
    /// `inviter`: who invites; `until`: the last day, by [`super::write_day`].
    Invitation = "invitation" ["organisation", "inviter", "until"] true,
    /// To the applicant: the link that confirms the address.
    ApplicationConfirm = "application-confirm" ["organisation"] true,
    /// To the applicant: it has arrived, and the private link to follow it.
    ApplicationReceived = "application-received" ["organisation"] true,
    /// To those who decide: there is a new one.
    ApplicationNew = "application-new" ["organisation"] true,
    /// To the applicant: a question.
    ApplicationQuestion = "application-question" ["organisation", "question"] true,
    /// To those who decide: the answer.
    ApplicationAnswered = "application-answered" ["organisation", "answer"] true,
    /// To the applicant: admitted; the invitation comes in a mail of its own.
    ApplicationAdmitted = "application-admitted" ["organisation", "reason"] true,
    /// To the applicant: declined.
    ApplicationDeclined = "application-declined" ["organisation", "reason"] true,
    /// To those who decide: withdrawn by the applicant.
    ApplicationWithdrawn = "application-withdrawn" ["organisation", "reason"] true,
    /// To an organisation's representatives: so many offers must be confirmed again.
    OfferCheckDue = "offer-check-due" ["organisation", "count"] true,
    /// To somebody who is invited into a group. `text`: what is written to them; may be empty.
    GroupInvitation = "group-invitation" ["group", "inviter", "text"] true,
    /// To those who lead a group: somebody asks to be in it. `organisation`, `text`: may be empty.
    GroupRequest = "group-request" ["group", "person", "organisation", "text"] true,
    /// To somebody who asked to be in a group. `decision`: `accepted`, `declined`, `consent_pending`,
    /// `consented` or `not_consented`; `reason`: may be empty.
    GroupDecision = "group-decision" ["group", "decision", "reason"] true,
    /// To an organisation's representatives: its consent to somebody's work in a group is asked.
    GroupConsent = "group-consent" ["group", "person", "organisation"] true,
    /// To somebody who is asked to take a task. `due`: by [`super::write_day`], or `none`; `text`:
    /// what is written to them, may be empty.
    TaskAsked = "task-asked" ["group", "task", "person", "due", "text"] true,
    /// To whoever asked: a task was given back. `reason`: why.
    TaskReturned = "task-returned" ["group", "task", "person", "reason"] true,
    /// To somebody who is mentioned in a comment on a task. `text`: its beginning.
    TaskMentioned = "task-mentioned" ["group", "task", "person", "text"] true,
    /// To those who watch a task. `what`: `comment`, `done` or `cancelled`; `text`: may be empty.
    TaskNews = "task-news" ["group", "task", "person", "what", "text"] true,
    /// Tasks that are due soon or overdue. `tasks`: a line for each; `overdue`: how many are.
    TasksDue = "tasks-due" ["count", "overdue", "tasks"] true,
    /// To those who may vote on a circular resolution. `day`: the last one, by [`super::write_day`].
    CircularOpened = "circular-opened" ["group", "title", "day"] true,
    /// To those who may still vote on it. `day`: the last one, by [`super::write_day`].
    CircularReminder = "circular-reminder" ["group", "title", "day"] true,
    /// To those who could vote on it. `outcome`: `adopted`, `rejected`, `to_meeting` or `withdrawn`; `label`:
    /// the number of the resolution, may be empty; `reason`: why it was withdrawn, may be empty.
    CircularClosed = "circular-closed" ["group", "title", "outcome", "label", "reason"] true,
    /// To everybody in a group: the invitation to a meeting (`what`: `first`), or its changed agenda (`again`).
    /// `day`: by [`super::write_day`]; `from`, `until`: such as `10:05`; `place`, `url`, `message`: may be empty;
    /// `agenda`: a line for each item.
    MeetingInvited = "meeting-invited" ["group", "title", "what", "day", "from", "until", "place", "url", "message", "agenda"] true,
    /// To everybody in a group: a meeting has another time, place or link.
    MeetingMoved = "meeting-moved" ["group", "title", "day", "from", "until", "place", "url"] true,
    /// To everybody in a group: a meeting is off. `outcome`: `postponed` or `cancelled`; `reason`: why.
    MeetingCalledOff = "meeting-called-off" ["group", "title", "day", "from", "outcome", "reason"] true,
    /// To everybody in a group: a date is looked for. `day`: the last one to answer.
    MeetingPollOpened = "meeting-poll-opened" ["group", "title", "day"] true,
    /// To everybody in a group: a date was found (`outcome`: `closed`), or not (`cancelled`; then `day` and
    /// `from` are empty).
    MeetingPollEnded = "meeting-poll-ended" ["group", "title", "outcome", "day", "from"] true,
    /// To those who took part: minutes wait for their eyes. `day`: the meeting's, `until`: the last one to
    /// object, both by [`super::write_day`].
    MinutesReview = "minutes-review" ["group", "meeting", "day", "until"] true,
}
