//! Organisations, their membership and their applications.

use crate::words::words;

words! {
    /// What sort of organisation it is.
    OrganisationKind {
        /// A public authority.
        Authority = "authority",
        /// A chamber of commerce, crafts or a profession.
        Chamber = "chamber",
        /// A school, language school or training provider.
        EducationProvider = "education_provider",
        /// A registered association or a welfare organisation.
        Association = "association",
        /// A funded project with its own name.
        Project = "project",
        /// A company.
        Company = "company",
        /// A university or university of applied sciences.
        University = "university",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// How an organisation stands in the network during a period.
    MembershipState {
        /// A member with all rights.
        Active = "active",
        /// A member whose rights rest.
        Suspended = "suspended",
        /// No longer a member.
        Ended = "ended",
    }
}

words! {
    /// Where an application for membership stands.
    ApplicationState {
        /// Filed; the address is not yet confirmed.
        Submitted = "submitted",
        /// The applicant confirmed the address; waits for review.
        Confirmed = "confirmed",
        /// Somebody of the network looks at it.
        InReview = "in_review",
        /// The network asked; the applicant's answer is awaited.
        QuestionOpen = "question_open",
        /// Admitted: the organisation is a member.
        Admitted = "admitted",
        /// Declined, with a reason.
        Declined = "declined",
        /// Withdrawn by the applicant.
        Withdrawn = "withdrawn",
    }
}

/// The parameter for a state, in the address of a list of the coordination office and of its export.
pub const STATE_PARAMETER: &str = "stand";
/// The parameter for a kind.
pub const KIND_PARAMETER: &str = "art";

impl ApplicationState {
    /// What waits for somebody of the network or for the applicant.
    pub const WAITING: [Self; 3] = [Self::Confirmed, Self::InReview, Self::QuestionOpen];
    /// The word in the address for all states.
    pub const ALL_WORD: &str = "alle";

    /// The states that a word of the address stands for; all when the list is empty. Nothing in
    /// the address means what waits.
    pub fn chosen(word: &str) -> Vec<Self> {
        match (word, Self::parse(word)) {
            (Self::ALL_WORD, _) => Vec::new(),
            (_, Some(state)) => vec![state],
            _ => Self::WAITING.to_vec(),
        }
    }

    /// Whether nothing more can happen.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Admitted | Self::Declined | Self::Withdrawn)
    }
}

words! {
    /// What happened to an application.
    ApplicationEventKind {
        /// Filed by the applicant.
        Submitted = "submitted",
        /// Address confirmed by the applicant.
        Confirmed = "confirmed",
        /// Taken into review.
        ReviewStarted = "review_started",
        /// A question to the applicant.
        Question = "question",
        /// The applicant's answer.
        Answer = "answer",
        /// An internal note, never shown to the applicant.
        Note = "note",
        /// Admitted.
        Admitted = "admitted",
        /// Declined.
        Declined = "declined",
        /// Withdrawn by the applicant.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// Why two entries may mean the same organisation.
    DuplicateReason {
        /// The names are the same or nearly so, legal form left aside.
        SimilarName = "similar_name",
        /// The websites stand on the same domain.
        SameWebsite = "same_website",
        /// The e-mail addresses belong to the same domain, which is no public mail provider's.
        SameEmailDomain = "same_email_domain",
        /// Street and postal code are the same.
        SameAddress = "same_address",
    }
}
