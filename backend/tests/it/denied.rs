//! Every mutation of the schema is refused to a visitor and to a person without any role, unless
//! it stands below as public or as one's own, with the reason. A new mutation is tested by itself:
//! its input is made from the schema.

use async_graphql::parser::{
    parse_schema,
    types::{
        BaseType, InputValueDefinition, ServiceDocument, Type, TypeDefinition, TypeKind, TypeSystemDefinition,
    },
};
use serde_json::{Value, json};
use verbund::graphql::build_schema;

use crate::support::TestApp;

/// What a visitor may try: each proves itself by a password or a token, or is meant for everybody.
const PUBLIC: &[&str] = &[
    // Signing in and out, and what a mail's link proves.
    "signIn",
    "sessionRefresh",
    "signOut",
    "passwordResetRequest",
    "passwordReset",
    "emailChangeConfirm",
    "invitationAccept",
    "firstCoordinatorCreate",
    // Applications are filed without an account and followed by a private link.
    "applicationFile",
    "applicationConfirm",
    "applicationAnswer",
    "applicationWithdraw",
];

/// What every person may do with their own account, whatever roles they have.
const OWN: &[&str] = &[
    "passwordChange",
    "emailChangeRequest",
    "profileUpdate",
    "sessionEnd",
    "totpStart",
    "totpConfirm",
    "totpDisable",
    "recoveryCodesRenew",
    "ownDataExport",
    "personDelete",
];

/// What may refuse: no sign-in, no right, or hidden.
const REFUSALS: &[&str] = &["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"];

struct Schema {
    types: Vec<TypeDefinition>,
}

impl Schema {
    fn parse() -> Self {
        let document: ServiceDocument = parse_schema(build_schema(None).sdl()).unwrap();
        let types = document
            .definitions
            .into_iter()
            .filter_map(|definition| match definition {
                TypeSystemDefinition::Type(definition) => Some(definition.node),
                _ => None,
            })
            .collect();
        Self { types }
    }

    fn kind(&self, name: &str) -> Option<&TypeKind> {
        self.types.iter().find(|definition| definition.name.node == name).map(|definition| &definition.kind)
    }

    /// A value that the type accepts: the least that gets past validation.
    fn value(&self, ty: &Type, name: &str) -> Value {
        if ty.nullable {
            return Value::Null;
        }
        match &ty.base {
            BaseType::List(_) => json!([]),
            BaseType::Named(type_name) => match self.kind(type_name) {
                Some(TypeKind::Enum(definition)) => json!(definition.values[0].node.value.node.as_str()),
                Some(TypeKind::InputObject(definition)) => {
                    self.object(definition.fields.iter().map(|field| &field.node))
                }
                _ => match type_name.as_str() {
                    "Int" => json!(1),
                    "Float" => json!(1.0),
                    "Boolean" => json!(false),
                    "Date" => json!("2026-03-02"),
                    "DateTime" => json!("2026-03-02T09:00:00.000000Z"),
                    "ID" => json!(id_for(name)),
                    _ => json!("x"),
                },
            },
        }
    }

    fn object<'a>(&self, fields: impl Iterator<Item = &'a InputValueDefinition>) -> Value {
        let entries =
            fields.map(|field| (field.name.node.to_string(), self.value(&field.ty.node, &field.name.node)));
        Value::Object(entries.filter(|(_, value)| !value.is_null()).collect())
    }

    /// Each mutation with its arguments written out.
    fn mutations(&self) -> Vec<(String, String)> {
        let Some(TypeKind::Object(root)) = self.kind("Mutation") else { panic!("no mutations") };
        root.fields
            .iter()
            .map(|field| {
                let arguments = field.node.arguments.iter().map(|argument| {
                    let value = self.value(&argument.node.ty.node, &argument.node.name.node);
                    format!("{}: {}", argument.node.name.node, literal(&value, &argument.node.ty.node, self))
                });
                let arguments = arguments.collect::<Vec<_>>().join(", ");
                let call = if arguments.is_empty() { String::new() } else { format!("({arguments})") };
                (
                    field.node.name.node.to_string(),
                    format!("mutation {{ {}{call} {{ __typename }} }}", field.node.name.node),
                )
            })
            .collect()
    }
}

/// An id of the right form that does not exist.
fn id_for(field: &str) -> String {
    let prefix = match field {
        "organisationId" => "org",
        "personId" => "person",
        "offerId" => "offer",
        "applicationId" => "application",
        _ => "none",
    };
    format!("{prefix}_{}", "0".repeat(31) + "1")
}

/// GraphQL's spelling of a value: enum words stand without quotes.
fn literal(value: &Value, ty: &Type, schema: &Schema) -> String {
    let BaseType::Named(name) = &ty.base else { return "[]".to_owned() };
    match (schema.kind(name), value) {
        (_, Value::Null) => "null".to_owned(),
        (Some(TypeKind::Enum(_)), Value::String(word)) => word.clone(),
        (Some(TypeKind::InputObject(definition)), Value::Object(entries)) => {
            let fields = entries.iter().map(|(name, value)| {
                let field = definition.fields.iter().find(|field| field.node.name.node == *name).unwrap();
                format!("{name}: {}", literal(value, &field.node.ty.node, schema))
            });
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        _ => value.to_string(),
    }
}

#[tokio::test]
async fn every_mutation_is_refused_to_those_without_a_right() {
    let schema = Schema::parse();
    let mutations = schema.mutations();
    let app = TestApp::with(|config| config.development = true).await;
    let (_, nobody_special) = app.person("plain@network.example").await;
    let mut wrong = Vec::new();
    for (name, query) in &mutations {
        let body = json!({ "query": query }).to_string();
        if !PUBLIC.contains(&name.as_str()) {
            let code = app.post_graphql("", &body, &[]).await.code().to_owned();
            if !REFUSALS.contains(&code.as_str()) {
                wrong.push(format!("{name}: a visitor got '{code}' ({query})"));
            }
            if !OWN.contains(&name.as_str()) {
                let code = app.post_graphql(&nobody_special, &body, &[]).await.code().to_owned();
                if !REFUSALS.contains(&code.as_str()) {
                    wrong.push(format!("{name}: a person without a role got '{code}' ({query})"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "let authz::authorise refuse first, or list the mutation with its reason:\n{}",
        wrong.join("\n")
    );
}
