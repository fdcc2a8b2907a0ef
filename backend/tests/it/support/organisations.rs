//! Organisations by one line.

use verbund::{
    authz::Caller,
    network::rules::Bilingual,
    organisations::{
        rules::profile::OrganisationProfile,
        service::{NewOrganisation, create_organisation},
    },
};
use verbund_shared::{id::OrganisationId, organisations::OrganisationKind};

use super::TestApp;

impl TestApp {
    /// An organisation that has been a member for a hundred days.
    pub async fn member(&self, name: &str) -> OrganisationId {
        let new = NewOrganisation {
            profile: OrganisationProfile {
                name: name.to_owned(),
                short_name: String::new(),
                kind: OrganisationKind::Association,
                purpose: Bilingual { de: "Hilft beim Ankommen.".to_owned(), en: String::new() },
                website: String::new(),
                email: String::new(),
                phone: String::new(),
                street: String::new(),
                postal_code: String::new(),
                city: "Halle".to_owned(),
                statewide: false,
                terms: vec![],
            },
            member_since: self.app.today() - chrono::Days::new(100),
            reason: String::new(),
            import_key: None,
        };
        let row = create_organisation(&self.app, &Caller::system(), new).await.unwrap();
        OrganisationId(row.id)
    }
}
