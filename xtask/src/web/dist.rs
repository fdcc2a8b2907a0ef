//! The folder that is served: hashed names, compressed siblings, a manifest, no stale files.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Profile, inputs};

const MANIFEST: &str = "manifest.json";
/// Types that are worth compressing; fonts and pictures already are.
const COMPRESSIBLE: [&str; 9] = ["css", "html", "js", "json", "parts", "svg", "wasm", "webmanifest", "xml"];

/// What the manifest says about one file.
#[derive(Clone, Copy)]
pub struct Weight {
    pub bytes: usize,
    pub brotli: usize,
}

/// The output folder while it is being filled.
pub struct Dist {
    folder: PathBuf,
    profile: Profile,
    /// Weight of each file by its address.
    files: BTreeMap<String, Weight>,
    /// Hashed address by the address written in sources (`/assets/x.css`).
    hashed: BTreeMap<String, String>,
    /// Facts for `check` and for people, written into the manifest.
    notes: BTreeMap<&'static str, Value>,
}

/// Enough of a SHA-256 to tell two builds apart.
pub fn short_hash(bytes: &[u8]) -> String {
    hex::encode(&Sha256::digest(bytes)[..8])
}

impl Dist {
    pub fn open(folder: &Path, profile: Profile) -> Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            profile,
            files: BTreeMap::new(),
            hashed: BTreeMap::new(),
            notes: BTreeMap::new(),
        })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Adds a file below `/assets/` whose name carries its hash; returns its address.
    pub fn add_hashed(&mut self, name: &str, bytes: &[u8]) -> Result<String> {
        let hash = short_hash(bytes);
        let address = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("/assets/{stem}.{hash}.{extension}"),
            None => format!("/assets/{name}.{hash}"),
        };
        self.hashed.insert(format!("/assets/{name}"), address.clone());
        self.add_immutable(&address, bytes)?;
        Ok(address)
    }

    /// Adds a file whose address never means anything else; kept as is when already there.
    pub fn add_immutable(&mut self, address: &str, bytes: &[u8]) -> Result<()> {
        let path = self.path(address);
        if fs::metadata(&path).is_ok_and(|found| found.len() == bytes.len() as u64)
            && (!self.compresses(address) || with_suffix(&path, "gz").is_file())
        {
            let brotli = fs::metadata(with_suffix(&path, "br")).map(|found| found.len() as usize);
            let brotli = brotli.unwrap_or(bytes.len());
            touch(&path)?;
            self.files.insert(address.to_owned(), Weight { bytes: bytes.len(), brotli });
            return Ok(());
        }
        self.add_plain(address, bytes)
    }

    /// Adds a file under exactly this address.
    pub fn add_plain(&mut self, address: &str, bytes: &[u8]) -> Result<()> {
        let path = self.path(address);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut brotli = bytes.len();
        if self.compresses(address) {
            let compressed = brotli_11(bytes)?;
            brotli = compressed.len();
            write_whole(&with_suffix(&path, "br"), &compressed)?;
            write_whole(&with_suffix(&path, "gz"), &gzip_9(bytes)?)?;
        }
        write_whole(&path, bytes)?;
        self.files.insert(address.to_owned(), Weight { bytes: bytes.len(), brotli });
        Ok(())
    }

    /// Adds all files below `root` as assets with hashed names.
    pub fn add_tree_hashed(&mut self, root: &Path) -> Result<()> {
        for (name, bytes) in read_tree(root)? {
            self.add_hashed(&name, &bytes)?;
        }
        Ok(())
    }

    /// Adds all files below `root` at the root of the site, names unchanged.
    pub fn add_tree_plain(&mut self, root: &Path) -> Result<()> {
        for (name, bytes) in read_tree(root)? {
            self.add_plain(&format!("/{name}"), &bytes)?;
        }
        Ok(())
    }

    /// The address that `/assets/<name>` got.
    pub fn asset(&self, name: &str) -> Result<&str> {
        let key = format!("/assets/{name}");
        let address = self.hashed.get(&key);
        Ok(address.with_context(|| format!("no asset named {name}"))?)
    }

    /// Replaces every `/assets/<name>` in a text by its hashed address.
    pub fn name_assets_in(&self, text: &str) -> String {
        let mut named = text.to_owned();
        // Longest first, so that no name is taken for the beginning of another.
        let mut pairs: Vec<_> = self.hashed.iter().collect();
        pairs.sort_by_key(|(plain, _)| std::cmp::Reverse(plain.len()));
        for (plain, hashed) in pairs {
            named = named.replace(plain.as_str(), hashed);
        }
        named
    }

    /// Bytes over the wire of an added file.
    pub fn weight(&self, address: &str) -> Result<Weight> {
        let weight = self.files.get(address).copied();
        weight.with_context(|| format!("{address} is not part of the web app"))
    }

    /// All addresses that begin with `prefix`.
    pub fn addresses(&self, prefix: &str) -> Vec<String> {
        let all = self.files.keys();
        all.filter(|address| address.starts_with(prefix)).cloned().collect()
    }

    pub fn note(&mut self, key: &'static str, value: Value) {
        self.notes.insert(key, value);
    }

    /// Writes the manifest and removes files of earlier builds that are older than `keep`.
    pub fn finish(self, keep: Duration) -> Result<()> {
        let files: serde_json::Map<String, Value> = self
            .files
            .iter()
            .map(|(address, weight)| {
                let value = json!({ "bytes": weight.bytes, "brotli": weight.brotli });
                (address.clone(), value)
            })
            .collect();
        let mut manifest = json!({ "files": files });
        for (key, value) in self.notes {
            manifest[key] = value;
        }
        let text = serde_json::to_string_pretty(&manifest)?;
        write_whole(&self.folder.join(MANIFEST), text.as_bytes())?;
        prune(&self.folder, keep)
    }

    fn path(&self, address: &str) -> PathBuf {
        self.folder.join(address.trim_start_matches('/'))
    }

    fn compresses(&self, address: &str) -> bool {
        let extension = Path::new(address).extension().and_then(|e| e.to_str());
        self.profile == Profile::Release && extension.is_some_and(|e| COMPRESSIBLE.contains(&e))
    }
}

/// The manifest of a finished build.
pub fn manifest(folder: &Path) -> Result<Value> {
    let path = folder.join(MANIFEST);
    let text = fs::read_to_string(&path)
        .with_context(|| format!("{} is missing: `cargo xtask build-web` makes it", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// Removes immutable files that the manifest doesn't name and that are older than `keep`.
pub fn prune(folder: &Path, keep: Duration) -> Result<()> {
    let manifest = manifest(folder)?;
    let mut found = Vec::new();
    inputs::collect(&folder.join("assets"), &mut found)?;
    inputs::collect(&folder.join("pkg"), &mut found)?;
    for path in found {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        let name = name.trim_end_matches(".br").trim_end_matches(".gz");
        if manifest["files"].get(format!("/{name}")).is_some() {
            continue;
        }
        let age = SystemTime::now().duration_since(fs::metadata(&path)?.modified()?);
        if age.unwrap_or_default() >= keep {
            fs::remove_file(&path)?;
        }
    }
    let pkg = folder.join("pkg");
    if pkg.is_dir() {
        for entry in fs::read_dir(pkg)? {
            // Fails for a folder that still holds files, as it should.
            let _ = fs::remove_dir(entry?.path());
        }
    }
    Ok(())
}

/// Names relative to `root` with contents, sorted.
fn read_tree(root: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut paths = Vec::new();
    inputs::collect(root, &mut paths)?;
    paths.sort();
    let named = paths.into_iter().map(|path| {
        let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        Ok((name, fs::read(&path)?))
    });
    named.collect()
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

/// A server that reads meanwhile sees the old file or the new one, never half of it.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = with_suffix(path, "new");
    fs::write(&temporary, bytes).with_context(|| format!("writing {}", temporary.display()))?;
    Ok(fs::rename(&temporary, path)?)
}

/// Marks a file as used by this build, which is what `prune` measures age from.
fn touch(path: &Path) -> Result<()> {
    for suffix in ["", "br", "gz"] {
        let path = match suffix {
            "" => path.to_owned(),
            suffix => with_suffix(path, suffix),
        };
        if path.is_file() {
            File::options().append(true).open(path)?.set_modified(SystemTime::now())?;
        }
    }
    Ok(())
}

fn brotli_11(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip_9(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
