//! How an enum of the domain is spelled: one word in the database, in CSV files, in URLs and in
//! translation keys (`in_review`), the same in capitals on the wire of GraphQL (`IN_REVIEW`).

/// Declares a closed list of words, with everything both sides need of it.
macro_rules! words {
    (
        $(#[$doc:meta])* $name:ident {
            $( $(#[$variant_doc:meta])* $variant:ident = $word:literal ),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        #[cfg_attr(feature = "server", derive(async_graphql::Enum, sea_orm::DeriveActiveEnum, sea_orm::EnumIter))]
        #[cfg_attr(feature = "server", sea_orm(rs_type = "String", db_type = "Text"))]
        pub enum $name {
            $(
                $(#[$variant_doc])*
                #[cfg_attr(feature = "server", sea_orm(string_value = $word))]
                $variant,
            )+
        }

        impl $name {
            /// All values in the order people see them.
            pub const ALL: &[$name] = &[ $( $name::$variant ),+ ];

            /// The word in the database, in CSV files, in URLs and in translation keys.
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $word ),+ }
            }

            /// The value for a word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }
        }

        impl crate::wire::Read for $name {
            fn read(json: &crate::wire::Json, reader: &mut crate::wire::Reader) -> Self {
                Self::ALL[crate::wire::word_at(json, &[ $( $word ),+ ], reader)]
            }
        }
    };
}

pub(crate) use words;
