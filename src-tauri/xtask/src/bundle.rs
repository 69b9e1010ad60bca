//! `cargo xtask bundle`: the packages that are handed to people.

use crate::machine::{Purpose, prepare, require_node};
use crate::step::{program, run, say};
use crate::{Outcome, place};
use std::fs;
use std::path::{Path, PathBuf};

/// Builds the optimised app and packs it. Nothing is fetched but the pinned Tauri command line.
pub fn bundle() -> Outcome {
    prepare(Purpose::Build)?;
    require_node()?;
    let tool = tool()?;
    say("building and packing (an optimised build takes some minutes)");
    let kinds = if cfg!(target_os = "linux") {
        "deb,rpm"
    } else {
        "all"
    };
    let mut command = program("node", &[]);
    command
        .arg(tool)
        .args(["build", "--ci", "--bundles", kinds])
        .env("CARGO_TARGET_DIR", place::target());
    run(&mut command)?;

    let made = made(&place::target().join("release/bundle"));
    if made.is_empty() {
        return Err("The bundler ended well and left no package.".into());
    }
    say("ready");
    for package in made {
        let size = fs::metadata(&package)
            .map(|it| it.len())
            .unwrap_or_default();
        println!("{} ({:.1} MB)", place::short(&package), size as f64 / 1e6);
    }
    Ok(())
}

/// The Tauri command line, as pinned beside this program, laid down in the target folder.
fn tool() -> Outcome<PathBuf> {
    let pinned = Path::new(env!("CARGO_MANIFEST_DIR")).join("tauri-cli");
    let folder = place::target().join("tauri-cli");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(pinned.join(name), folder.join(name))
            .map_err(|error| format!("{}: {error}.", pinned.join(name).display()))?;
    }
    // The tool has a package for each system, and a registry need not carry those of the others.
    crate::test::install(&folder, "install")?;
    Ok(folder.join("node_modules/@tauri-apps/cli/tauri.js"))
}

/// Packages below the bundler's folder, of the kinds people install.
fn made(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let kind = path
            .extension()
            .and_then(|kind| kind.to_str())
            .unwrap_or_default();
        if ["deb", "rpm", "dmg", "msi", "exe"].contains(&kind) {
            found.push(path);
        } else if path.is_dir() && folder.ends_with("bundle") {
            found.extend(made(&path));
        }
    }
    found.sort();
    found
}
