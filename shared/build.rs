//! Lists the operation documents with their SHA-256, so that app and server agree on the ids
//! of the trusted documents without hashing anything at run time. For the app it also writes the types
//! of the operations.

#[cfg(feature = "client")]
#[path = "build/operations.rs"]
mod operations;

use std::{env, fmt::Write as _, fs, path::Path};

use sha2::{Digest, Sha256};

fn main() {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=operations");
    println!("cargo:rerun-if-changed=../schema.graphql");

    let mut names: Vec<String> = fs::read_dir("operations")
        .expect("shared/operations exists")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".graphql"))
        .collect();
    names.sort();

    let mut code =
        String::from("/// Every operation document the app sends.\npub const DOCUMENTS: &[Document] = &[\n");
    let mut ids = String::new();
    for name in &names {
        println!("cargo:rerun-if-changed=operations/{name}");
        let text = fs::read_to_string(Path::new("operations").join(name)).expect("readable document");
        let id = hex::encode(Sha256::digest(text.as_bytes()));
        let stem = name.trim_end_matches(".graphql");
        let constant = stem.to_uppercase();
        writeln!(ids, "/// The id of `operations/{name}`.\npub const {constant}: &str = \"{id}\";")
            .expect("string");
        writeln!(
            code,
            "    Document {{ name: \"{stem}\", id: {constant}, text: include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/operations/{name}\")) }},"
        )
        .expect("string");
    }
    code.push_str("];\n");
    let out = env::var("OUT_DIR").expect("set by cargo");
    let out = Path::new(&out);
    fs::write(out.join("documents.rs"), ids + &code).expect("OUT_DIR is writable");
    #[cfg(feature = "client")]
    {
        let code = operations::generate(Path::new("operations"), &names, Path::new("../schema.graphql"));
        fs::write(out.join("operations.rs"), code).expect("OUT_DIR is writable");
    }
}
