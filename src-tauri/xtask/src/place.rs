//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the repository.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    // src-tauri/xtask lies two folders down.
    here.ancestors().nth(2).unwrap_or(here)
}

/// The folder cargo builds into, whatever it was told: this program lies in `<target>/debug`.
pub fn target() -> PathBuf {
    env::current_exe()
        .ok()
        .and_then(|exe| Some(exe.parent()?.parent()?.to_path_buf()))
        .unwrap_or_else(|| root().join("target"))
}

/// A program of this workspace, as built by the profile in this folder (`debug` or `release`).
pub fn built(profile: &str, program: &str) -> PathBuf {
    target()
        .join(profile)
        .join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

/// A path as a person in the repository's folder would write it.
pub fn short(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    path.strip_prefix(&here)
        .or_else(|_| path.strip_prefix(root()))
        .unwrap_or(path)
        .display()
        .to_string()
}
