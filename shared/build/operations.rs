//! Writes one typed struct per operation out of `operations/*.graphql` and `schema.graphql`.
//!
//! `graphql_client_codegen` makes the types. What it makes of answers is changed in one thing: instead of
//! serde's `Deserialize`, which was two fifths of the whole app, they get our own small `Read`
//! (`src/wire.rs`). Types that several operations of a document make from the same fragment or input stand
//! once per document.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use graphql_client_codegen::{CodegenMode, GraphQLClientCodegenOptions, generate_module_token_stream};
use quote::{ToTokens as _, format_ident, quote};
use syn::{Attribute, Fields, File, Item, ItemMod, ItemStruct, parse_quote};

/// The code for all documents; each is a module that brings its enums from `super`.
pub fn generate(folder: &Path, names: &[String], schema: &Path) -> String {
    let schema_text = std::fs::read_to_string(schema).expect("schema.graphql");
    let enums = declared(&schema_text, "enum ");
    let inputs = declared(&schema_text, "input ");
    let mut code = String::new();
    for name in names {
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path).expect("a readable document");
        let mut options = GraphQLClientCodegenOptions::new(CodegenMode::Cli);
        options.set_module_visibility(parse_quote!(pub));
        options.set_response_derives("Debug, Clone, PartialEq".to_owned());
        options.set_variables_derives("Debug, Clone, PartialEq".to_owned());
        options.set_extern_enums(enums.iter().cloned().collect());
        let tokens = generate_module_token_stream(path, schema, options)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let file: File = syn::parse2(tokens).expect("generated code is Rust");
        let shared = inputs.union(&declared(&text, "fragment ")).cloned().collect();
        let stem = name.trim_end_matches(".graphql");
        let document = syn::parse2(document(stem, file, &shared)).expect("generated code is Rust");
        code.push_str(&prettyplease::unparse(&document));
    }
    code
}

/// The names that a GraphQL text declares by lines like `enum Locale {`.
fn declared(text: &str, keyword: &str) -> BTreeSet<String> {
    let names = text.lines().filter_map(|line| line.strip_prefix(keyword));
    names.filter_map(|rest| rest.split([' ', '{', '@']).next()).map(str::to_owned).collect()
}

fn document(stem: &str, file: File, shared: &BTreeSet<String>) -> proc_macro2::TokenStream {
    let constant = format_ident!("{}", stem.to_uppercase());
    let module = format_ident!("{stem}_document");
    let mut operations = Vec::new();
    let mut modules = Vec::new();
    for item in file.items {
        match item {
            Item::Struct(operation) => operations.push(operation.ident),
            Item::Mod(module) => modules.push(module),
            // The library's own trait, which asks for serde's.
            _ => {}
        }
    }
    let common = take_common(&mut modules, shared);
    for module in &mut modules {
        let items = module.content.take().expect("a module with content").1;
        let items = items.into_iter().filter(|item| !is_text(item)).flat_map(readable).collect();
        module.content = Some((Default::default(), items));
    }
    let common = common.into_values().flat_map(readable);
    let of: Vec<_> = modules.iter().map(|module| &module.ident).collect();
    let names = operations.iter().map(ToString::to_string);
    quote! {
        #[allow(unused_imports, dead_code, non_camel_case_types, clippy::upper_case_acronyms)]
        mod #module {
            use serde::Serialize;
            use super::*;
            type Boolean = bool;
            type Float = f64;
            type Int = i64;
            type ID = String;
            #(#common)*
            #(
                #[derive(Debug)]
                pub struct #operations;
                impl Operation for #operations {
                    type Variables = #of::Variables;
                    type ResponseData = #of::ResponseData;
                    const DOCUMENT: &'static str = crate::documents::#constant;
                    const NAME: &'static str = #names;
                }
            )*
            #(#modules)*
        }
        pub use #module::{#(#operations, #of),*};
    }
}

/// The text of the document: the server has it, the app sends its id.
fn is_text(item: &Item) -> bool {
    matches!(item, Item::Const(_))
}

/// Takes the types that come from a fragment or an input out of the modules and leaves a `use` for each.
fn take_common(modules: &mut [ItemMod], shared: &BTreeSet<String>) -> BTreeMap<String, Item> {
    let belongs = |name: &str| shared.iter().any(|shared| name.starts_with(shared.as_str()));
    let mut common: BTreeMap<String, Item> = BTreeMap::new();
    let mut differing = BTreeSet::new();
    for item in modules.iter().flat_map(|module| &module.content.as_ref().expect("content").1) {
        if let Some(name) = name_of(item).filter(|name| belongs(name)) {
            let known = common.entry(name.clone()).or_insert_with(|| item.clone());
            if known.to_token_stream().to_string() != item.to_token_stream().to_string() {
                differing.insert(name);
            }
        }
    }
    common.retain(|name, _| !differing.contains(name));
    for module in modules {
        let items = &mut module.content.as_mut().expect("content").1;
        for item in items.iter_mut() {
            if let Some(name) = name_of(item).filter(|name| common.contains_key(name)) {
                let name = format_ident!("{name}");
                *item = parse_quote!(pub use super::#name;);
            }
        }
    }
    common
}

fn name_of(item: &Item) -> Option<String> {
    match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Type(item) if matches!(item.vis, syn::Visibility::Public(_)) => Some(item.ident.to_string()),
        _ => None,
    }
}

/// Types of answers get `Read` instead of `Deserialize`; everything else stays.
fn readable(item: Item) -> Vec<Item> {
    match item {
        Item::Struct(answer) if derives(&answer.attrs, "Deserialize") => with_read(answer),
        Item::Enum(answer) if derives(&answer.attrs, "Deserialize") => {
            panic!("{}: unions and interfaces are not read yet (shared/build/operations.rs)", answer.ident)
        }
        other => vec![other],
    }
}

fn derives(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("derive") && attribute.to_token_stream().to_string().contains(name)
    })
}

fn with_read(mut answer: ItemStruct) -> Vec<Item> {
    let ident = &answer.ident;
    let Fields::Named(fields) = &mut answer.fields else { panic!("{ident} has no named fields") };
    let mut reads = Vec::new();
    for field in &mut fields.named {
        let name = field.ident.clone().expect("a named field");
        let (mut key, mut flat) = (name.to_string(), false);
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute
                .parse_nested_meta(|meta| {
                    flat |= meta.path.is_ident("flatten");
                    if meta.path.is_ident("rename") {
                        key = meta.value()?.parse::<syn::LitStr>()?.value();
                    }
                    Ok(())
                })
                .expect("an attribute of serde");
        }
        field.attrs.retain(|attribute| !attribute.path().is_ident("serde"));
        reads.push(match flat {
            true => quote!(#name: Read::read(json, reader)),
            false => quote!(#name: reader.field(json, #key)),
        });
    }
    let read = parse_quote! {
        impl Read for #ident {
            fn read(json: &Json, reader: &mut Reader) -> Self {
                Self { #(#reads),* }
            }
        }
    };
    answer.attrs = vec![parse_quote!(#[derive(Debug, Clone, PartialEq)])];
    vec![Item::Struct(answer), read]
}
