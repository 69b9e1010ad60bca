//! The content this build ships, embedded from `assets/`.

use crate::library::Library;
use crate::load::{File, load};
use crate::problem::Problem;
use include_dir::{Dir, include_dir};
use std::sync::LazyLock;

static CATALOGUES: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/catalogues");
static FRAMEWORKS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/frameworks");
static MAPPINGS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/mappings");
static METHODS: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/methods");
static QUESTIONNAIRES: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/questionnaires");
static SAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/sample");
static TEXT: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/text");

/// The content of this build, parsed and checked once. A test holds that a shipped build has no
/// problems; should one slip through, every one is named.
pub fn library() -> Result<&'static Library, &'static [Problem]> {
    static LIBRARY: LazyLock<Result<Library, Vec<Problem>>> = LazyLock::new(|| {
        let folders = [
            ("catalogues", &CATALOGUES),
            ("frameworks", &FRAMEWORKS),
            ("mappings", &MAPPINGS),
            ("methods", &METHODS),
            ("questionnaires", &QUESTIONNAIRES),
            ("sample", &SAMPLE),
            ("text", &TEXT),
        ];
        let mut files = Vec::new();
        for (name, folder) in folders {
            collect(name, folder, &mut files);
        }
        load(files)
    });
    LIBRARY.as_ref().map_err(Vec::as_slice)
}

fn collect(name: &str, folder: &'static Dir, files: &mut Vec<File<'static>>) {
    for file in folder.files() {
        // Paths inside `Dir` are relative to its root and may hold the system's separator.
        let inside = file.path().to_string_lossy().replace('\\', "/");
        files.push(File {
            path: format!("{name}/{inside}"),
            bytes: file.contents(),
        });
    }
    for inner in folder.dirs() {
        collect(name, inner, files);
    }
}
