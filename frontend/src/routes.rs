//! Every address of the app, in one enum: `Route::parse` reads a path, `href` writes it.

use js_sys::{decode_uri_component, encode_uri_component};

/// The names of query parameters; those of the directory's filters belong to `DirectoryFacet`.
pub mod query {
    /// Words looked for.
    pub const WORDS: &str = verbund_shared::directory::TEXT_PARAMETER;
    /// Kind of a thing, in lists of the coordination office.
    pub const KIND: &str = verbund_shared::organisations::KIND_PARAMETER;
    /// `1` for only what concerns oneself.
    pub const MINE: &str = "meine";
    /// The first day that is meant.
    pub const FROM: &str = "von";
    /// The last day that is meant.
    pub const UNTIL: &str = "bis";
    /// Which group is meant.
    pub const GROUP: &str = "gruppe";
    /// In which order a list is.
    pub const ORDER: &str = "ordnung";
    /// A previewed or applied import.
    pub const IMPORT: &str = "datei";
    /// Role of a person.
    pub const ROLE: &str = "aufgabe";
    /// State of a thing, in lists of the coordination office.
    pub const STATE: &str = verbund_shared::organisations::STATE_PARAMETER;
    /// List or map.
    pub const VIEW: &str = "ansicht";
    /// `1` for only what should have been done, in lists of tasks.
    pub const OVERDUE: &str = "ueberfaellig";
    /// `1` for only what something keeps from going on, in lists of tasks.
    pub const BLOCKED: &str = "blockiert";
    /// Which of one's own organisations is meant.
    pub const ORGANISATION: &str = "organisation";
    /// Which thing of the list is being changed; `NEW` for one that is being made.
    pub const EDIT: &str = "bearbeiten";
    /// Topic of a thing.
    pub const TOPIC: &str = verbund_shared::directory::DirectoryFacet::Topic.parameter();
    /// The value of `EDIT` for a new thing.
    pub const NEW: &str = "neu";
    /// Where to go on after signing in.
    pub const NEXT: &str = "weiter";
}

/// A page, with what its path names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/angebote`
    Offers,
    /// `/angebote/:id`
    Offer(String),
    /// `/mitglieder`
    Members,
    /// `/mitglieder/:id`
    Member(String),
    /// `/mitmachen`
    Apply,
    /// `/mitmachen/bestaetigen/:token`
    ApplyConfirm(String),
    /// `/antrag/:token`
    ApplicationFollow(String),
    /// `/anmelden`
    SignIn,
    /// `/passwort-vergessen`
    ForgotPassword,
    /// `/passwort/:token`
    ResetPassword(String),
    /// `/adresse/:token`
    ConfirmAddress(String),
    /// `/einladung/:token`
    Invitation(String),
    /// `/erster-start/:token`
    FirstStart(String),
    /// `/heute`
    Today,
    /// `/gruppen`
    Groups,
    /// `/gruppen/neu`
    GroupNew,
    /// `/gruppen/:id` and its tabs
    Group(String, GroupTab),
    /// `/aufgaben`
    Tasks,
    /// `/aufgaben/:id`
    Task(String),
    /// `/beschluesse`
    Resolutions,
    /// `/beschluesse/:id`
    Resolution(String),
    /// `/umlauf/:id`
    Circular(String),
    /// `/sitzungen`
    Meetings,
    /// `/sitzungen/:id`
    Meeting(String),
    /// `/sitzungen/:id/ablauf`: the screen to hold it by
    MeetingConduct(String),
    /// `/terminfindung/:id`
    MeetingPoll(String),
    /// `/sitzungen/:id/protokoll`
    Minutes(String),
    /// `/sitzungen/:id/protokoll/:number`: a version, whose link never changes
    MinutesVersion(String, String),
    /// `/sitzungen/:id/vergleich`: two versions word by word
    MinutesComparison(String),
    /// `/organisation` and its tabs
    Organisation(OrganisationTab),
    /// `/konto` and its tabs
    Account(AccountTab),
    /// `/rechte`
    Rights,
    /// `/verwaltung/...`
    Admin(AdminPage),
    /// `/impressum`
    Imprint,
    /// `/datenschutz`
    Privacy,
    /// `/galerie`: the building blocks, for development
    #[cfg(debug_assertions)]
    Gallery,
    /// Anything else
    NotFound,
}

/// The tabs of the own organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrganisationTab {
    /// `/organisation`
    Profile,
    /// `/organisation/angebote`
    Offers,
    /// `/organisation/personen`
    People,
}

/// The tabs of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupTab {
    /// `/gruppen/:id/uebersicht`, and `/gruppen/:id` as mails and exports have it
    Overview,
    /// `/gruppen/:id/aufgaben`
    Tasks,
    /// `/gruppen/:id/sitzungen`
    Meetings,
    /// `/gruppen/:id/geschaeftsordnung`; no tab of its own, it hangs on the meetings
    Procedure,
    /// `/gruppen/:id/beschluesse`
    Resolutions,
    /// `/gruppen/:id/dateien`
    Files,
}

/// The tabs of the own account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountTab {
    /// `/konto`
    Profile,
    /// `/konto/sicherheit`
    Security,
    /// `/konto/sitzungen`
    Sessions,
    /// `/konto/daten`
    Data,
}

/// The pages of the coordination office and the steering group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdminPage {
    /// `/verwaltung`
    Overview,
    /// `/verwaltung/antraege`
    Applications,
    /// `/verwaltung/antraege/:id`
    Application(String),
    /// `/verwaltung/mitglieder`
    Members,
    /// `/verwaltung/gruppen`
    Groups,
    /// `/verwaltung/personen`
    People,
    /// `/verwaltung/personen/:id`
    Person(String),
    /// `/verwaltung/netzwerk`
    Network,
    /// `/verwaltung/begriffe`
    Terms,
    /// `/verwaltung/import`
    Import,
    /// `/verwaltung/postausgang`
    Outbox,
    /// `/verwaltung/protokoll`
    Audit,
}

impl Route {
    /// The page of a path; a trailing slash does not matter.
    pub fn parse(path: &str) -> Route {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        match segments.as_slice() {
            [] => Route::Home,
            ["angebote"] => Route::Offers,
            ["angebote", id] => Route::Offer(decode(id)),
            ["mitglieder"] => Route::Members,
            ["mitglieder", id] => Route::Member(decode(id)),
            ["mitmachen"] => Route::Apply,
            ["mitmachen", "bestaetigen", token] => Route::ApplyConfirm(decode(token)),
            ["antrag", token] => Route::ApplicationFollow(decode(token)),
            ["anmelden"] => Route::SignIn,
            ["passwort-vergessen"] => Route::ForgotPassword,
            ["passwort", token] => Route::ResetPassword(decode(token)),
            ["adresse", token] => Route::ConfirmAddress(decode(token)),
            ["einladung", token] => Route::Invitation(decode(token)),
            ["erster-start", token] => Route::FirstStart(decode(token)),
            ["heute"] => Route::Today,
            ["gruppen"] => Route::Groups,
            ["gruppen", "neu"] => Route::GroupNew,
            ["gruppen", id] | ["gruppen", id, "uebersicht"] => Route::Group(decode(id), GroupTab::Overview),
            ["gruppen", id, "aufgaben"] => Route::Group(decode(id), GroupTab::Tasks),
            ["gruppen", id, "dateien"] => Route::Group(decode(id), GroupTab::Files),
            ["gruppen", id, "sitzungen"] => Route::Group(decode(id), GroupTab::Meetings),
            ["gruppen", id, "geschaeftsordnung"] => Route::Group(decode(id), GroupTab::Procedure),
            ["gruppen", id, "beschluesse"] => Route::Group(decode(id), GroupTab::Resolutions),
            ["beschluesse"] => Route::Resolutions,
            ["beschluesse", id] => Route::Resolution(decode(id)),
            ["umlauf", id] => Route::Circular(decode(id)),
            ["sitzungen"] => Route::Meetings,
            ["sitzungen", id] => Route::Meeting(decode(id)),
            ["sitzungen", id, "ablauf"] => Route::MeetingConduct(decode(id)),
            ["sitzungen", id, "protokoll"] => Route::Minutes(decode(id)),
            ["sitzungen", id, "protokoll", number] => Route::MinutesVersion(decode(id), decode(number)),
            ["sitzungen", id, "vergleich"] => Route::MinutesComparison(decode(id)),
            ["terminfindung", id] => Route::MeetingPoll(decode(id)),
            ["aufgaben"] => Route::Tasks,
            ["aufgaben", id] => Route::Task(decode(id)),
            ["organisation"] => Route::Organisation(OrganisationTab::Profile),
            ["organisation", "angebote"] => Route::Organisation(OrganisationTab::Offers),
            ["organisation", "personen"] => Route::Organisation(OrganisationTab::People),
            ["konto"] => Route::Account(AccountTab::Profile),
            ["konto", "sicherheit"] => Route::Account(AccountTab::Security),
            ["konto", "sitzungen"] => Route::Account(AccountTab::Sessions),
            ["konto", "daten"] => Route::Account(AccountTab::Data),
            ["rechte"] => Route::Rights,
            ["verwaltung", rest @ ..] => AdminPage::parse(rest).map_or(Route::NotFound, Route::Admin),
            ["impressum"] => Route::Imprint,
            ["datenschutz"] => Route::Privacy,
            #[cfg(debug_assertions)]
            ["galerie"] => Route::Gallery,
            _ => Route::NotFound,
        }
    }

    /// The path of the page.
    pub fn href(&self) -> String {
        let fixed = match self {
            Route::Offer(id) => return join("/angebote/", id),
            Route::Member(id) => return join("/mitglieder/", id),
            Route::ApplyConfirm(token) => return join("/mitmachen/bestaetigen/", token),
            Route::ApplicationFollow(token) => return join("/antrag/", token),
            Route::ResetPassword(token) => return join("/passwort/", token),
            Route::ConfirmAddress(token) => return join("/adresse/", token),
            Route::Invitation(token) => return join("/einladung/", token),
            Route::FirstStart(token) => return join("/erster-start/", token),
            Route::Group(id, GroupTab::Overview) => return format!("{}/uebersicht", join("/gruppen/", id)),
            Route::Group(id, GroupTab::Tasks) => return format!("{}/aufgaben", join("/gruppen/", id)),
            Route::Group(id, GroupTab::Files) => return format!("{}/dateien", join("/gruppen/", id)),
            Route::Group(id, GroupTab::Resolutions) => {
                return format!("{}/beschluesse", join("/gruppen/", id));
            }
            Route::Group(id, GroupTab::Meetings) => return format!("{}/sitzungen", join("/gruppen/", id)),
            Route::Group(id, GroupTab::Procedure) => {
                return format!("{}/geschaeftsordnung", join("/gruppen/", id));
            }
            Route::Meeting(id) => return join("/sitzungen/", id),
            Route::MeetingConduct(id) => return format!("{}/ablauf", join("/sitzungen/", id)),
            Route::Minutes(id) => return format!("{}/protokoll", join("/sitzungen/", id)),
            Route::MinutesVersion(id, number) => {
                return format!("{}{}", join("/sitzungen/", id), join("/protokoll/", number));
            }
            Route::MinutesComparison(id) => return format!("{}/vergleich", join("/sitzungen/", id)),
            Route::MeetingPoll(id) => return join("/terminfindung/", id),
            Route::Task(id) => return join("/aufgaben/", id),
            Route::Resolution(id) => return join("/beschluesse/", id),
            Route::Circular(id) => return join("/umlauf/", id),
            Route::Admin(AdminPage::Application(id)) => return join("/verwaltung/antraege/", id),
            Route::Admin(AdminPage::Person(id)) => return join("/verwaltung/personen/", id),
            Route::Home | Route::NotFound => "/",
            Route::Offers => "/angebote",
            Route::Members => "/mitglieder",
            Route::Apply => "/mitmachen",
            Route::SignIn => "/anmelden",
            Route::ForgotPassword => "/passwort-vergessen",
            Route::Today => "/heute",
            Route::Groups => "/gruppen",
            Route::GroupNew => "/gruppen/neu",
            Route::Tasks => "/aufgaben",
            Route::Meetings => "/sitzungen",
            Route::Resolutions => "/beschluesse",
            Route::Organisation(OrganisationTab::Profile) => "/organisation",
            Route::Organisation(OrganisationTab::Offers) => "/organisation/angebote",
            Route::Organisation(OrganisationTab::People) => "/organisation/personen",
            Route::Account(AccountTab::Profile) => "/konto",
            Route::Account(AccountTab::Security) => "/konto/sicherheit",
            Route::Account(AccountTab::Sessions) => "/konto/sitzungen",
            Route::Account(AccountTab::Data) => "/konto/daten",
            Route::Rights => "/rechte",
            Route::Admin(AdminPage::Overview) => "/verwaltung",
            Route::Admin(AdminPage::Applications) => "/verwaltung/antraege",
            Route::Admin(AdminPage::Members) => "/verwaltung/mitglieder",
            Route::Admin(AdminPage::Groups) => "/verwaltung/gruppen",
            Route::Admin(AdminPage::People) => "/verwaltung/personen",
            Route::Admin(AdminPage::Network) => "/verwaltung/netzwerk",
            Route::Admin(AdminPage::Terms) => "/verwaltung/begriffe",
            Route::Admin(AdminPage::Import) => "/verwaltung/import",
            Route::Admin(AdminPage::Outbox) => "/verwaltung/postausgang",
            Route::Admin(AdminPage::Audit) => "/verwaltung/protokoll",
            Route::Imprint => "/impressum",
            Route::Privacy => "/datenschutz",
            #[cfg(debug_assertions)]
            Route::Gallery => "/galerie",
        };
        fixed.to_owned()
    }

    /// The path with query parameters; empty values are left out, a name may repeat.
    pub fn href_with(&self, query: &[(&str, &str)]) -> String {
        with_query(&self.href(), query)
    }

    /// Whether only a signed-in person has business here.
    pub fn needs_sign_in(&self) -> bool {
        matches!(
            self,
            Route::Today
                | Route::Groups
                | Route::GroupNew
                | Route::Group(..)
                | Route::Tasks
                | Route::Task(_)
                | Route::Resolutions
                | Route::Resolution(_)
                | Route::Circular(_)
                | Route::Meetings
                | Route::Meeting(_)
                | Route::MeetingConduct(_)
                | Route::MeetingPoll(_)
                | Route::Minutes(_)
                | Route::MinutesVersion(..)
                | Route::MinutesComparison(_)
                | Route::Organisation(_)
                | Route::Account(_)
                | Route::Admin(_)
        )
    }

    /// The entry of the main navigation this page belongs to.
    pub fn section(&self) -> Route {
        match self {
            Route::Offer(_) => Route::Offers,
            Route::Member(_) => Route::Members,
            Route::ApplyConfirm(_) | Route::ApplicationFollow(_) => Route::Apply,
            Route::ForgotPassword
            | Route::ResetPassword(_)
            | Route::ConfirmAddress(_)
            | Route::Invitation(_)
            | Route::FirstStart(_) => Route::SignIn,
            Route::GroupNew | Route::Group(..) => Route::Groups,
            Route::Task(_) => Route::Tasks,
            Route::Resolution(_) | Route::Circular(_) => Route::Resolutions,
            Route::Meeting(_)
            | Route::MeetingConduct(_)
            | Route::MeetingPoll(_)
            | Route::Minutes(_)
            | Route::MinutesVersion(..)
            | Route::MinutesComparison(_) => Route::Meetings,
            Route::Organisation(_) => Route::Organisation(OrganisationTab::Profile),
            Route::Account(_) => Route::Account(AccountTab::Profile),
            Route::Admin(AdminPage::Application(_)) => Route::Admin(AdminPage::Applications),
            Route::Admin(AdminPage::Person(_)) => Route::Admin(AdminPage::People),
            other => other.clone(),
        }
    }
}

impl AdminPage {
    fn parse(segments: &[&str]) -> Option<AdminPage> {
        Some(match segments {
            [] => AdminPage::Overview,
            ["antraege"] => AdminPage::Applications,
            ["antraege", id] => AdminPage::Application(decode(id)),
            ["mitglieder"] => AdminPage::Members,
            ["gruppen"] => AdminPage::Groups,
            ["personen"] => AdminPage::People,
            ["personen", id] => AdminPage::Person(decode(id)),
            ["netzwerk"] => AdminPage::Network,
            ["begriffe"] => AdminPage::Terms,
            ["import"] => AdminPage::Import,
            ["postausgang"] => AdminPage::Outbox,
            ["protokoll"] => AdminPage::Audit,
            _ => return None,
        })
    }
}

/// Adds query parameters to a path; empty values are left out, a name may repeat.
pub fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let mut href = path.to_owned();
    let mut separator = '?';
    for (name, value) in query.iter().filter(|(_, value)| !value.is_empty()) {
        href.push(separator);
        href.push_str(&encode(name));
        href.push('=');
        href.push_str(&encode(value));
        separator = '&';
    }
    href
}

fn join(prefix: &str, segment: &str) -> String {
    format!("{prefix}{}", encode(segment))
}

fn encode(text: &str) -> String {
    encode_uri_component(text).into()
}

fn decode(segment: &str) -> String {
    decode_uri_component(segment).map_or_else(|_| segment.to_owned(), Into::into)
}
