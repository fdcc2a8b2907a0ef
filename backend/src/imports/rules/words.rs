//! The closed words of CSV files, in the spelling of the database or as German offices write them.

use verbund_shared::{
    locale::Locale,
    offers::{OfferCost, OfferForm, OfferState},
    organisations::{MembershipState, OrganisationKind},
    people::{AffiliationRole, NetworkRole},
};

/// A cell's word in the spelling of the database, if it is one of the list.
pub type WordList = fn(&str) -> Option<&'static str>;

/// Small letters, with `_` for what separates words.
fn plain(cell: &str) -> String {
    cell.trim().to_lowercase().replace([' ', '-'], "_")
}

macro_rules! word_list {
    ($(#[$doc:meta])* $name:ident, $words:ident: $( $german:literal = $variant:ident ),+ $(,)?) => {
        $(#[$doc])*
        pub fn $name(cell: &str) -> Option<&'static str> {
            let word = plain(cell);
            let value = match word.as_str() {
                $( $german => Some($words::$variant), )+
                other => $words::parse(other),
            };
            value.map($words::as_str)
        }
    };
}

word_list! {
    /// What sort of organisation.
    organisation_kind, OrganisationKind:
    "behörde" = Authority, "kammer" = Chamber, "bildungsträger" = EducationProvider,
    "bildungsanbieter" = EducationProvider, "verein" = Association, "verband" = Association,
    "projekt" = Project, "unternehmen" = Company, "betrieb" = Company, "hochschule" = University,
    "universität" = University, "sonstige" = Other, "andere" = Other,
}

word_list! {
    /// How it stands in the network.
    membership_state, MembershipState:
    "aktiv" = Active, "ruhend" = Suspended, "beendet" = Ended, "ausgetreten" = Ended,
}

word_list! {
    /// A role in an organisation.
    affiliation_role, AffiliationRole:
    "vertretung" = Representative, "vertreterin" = Representative, "vertreter" = Representative,
    "stimmführung" = VotingDelegate, "stimmberechtigt" = VotingDelegate, "delegiert" = VotingDelegate,
    "stellvertretung" = Deputy, "mitarbeit" = Staff, "mitarbeiterin" = Staff, "mitarbeiter" = Staff,
}

word_list! {
    /// A role in the network.
    network_role, NetworkRole:
    "koordination" = Coordinator, "koordinierungsstelle" = Coordinator,
    "steuerungsgruppe" = SteeringGroupMember,
}

word_list! {
    /// What sort of help.
    offer_form, OfferForm:
    "beratung" = Advice, "kurs" = Course, "begleitung" = Accompaniment, "vermittlung" = Placement,
    "veranstaltung" = Event, "information" = Information, "förderung" = Funding,
}

word_list! {
    /// What it costs.
    offer_cost, OfferCost:
    "kostenlos" = Free, "kostenfrei" = Free, "kostenpflichtig" = Paid, "je_nachdem" = Depends,
    "unterschiedlich" = Depends,
}

word_list! {
    /// Whether it is shown.
    offer_state, OfferState:
    "entwurf" = Draft, "veröffentlicht" = Published, "archiviert" = Archived,
}

word_list! {
    /// A language of mails.
    locale, Locale:
    "deutsch" = De, "englisch" = En, "german" = De, "english" = En,
}

/// Yes or no.
pub fn yes_no(cell: &str) -> Option<&'static str> {
    match plain(cell).as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "wahr" | "1" | "x" => Some("yes"),
        "nein" | "n" | "no" | "false" | "falsch" | "0" => Some("no"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_both_languages() {
        assert_eq!(organisation_kind(" Bildungsträger "), Some("education_provider"));
        assert_eq!(organisation_kind("Education provider"), Some("education_provider"));
        assert_eq!(organisation_kind("Bank"), None);
        assert_eq!(offer_cost("je nachdem"), Some("depends"));
        assert_eq!(affiliation_role("voting-delegate"), Some("voting_delegate"));
        assert_eq!(yes_no("Ja"), Some("yes"));
        assert_eq!(yes_no("vielleicht"), None);
    }
}
