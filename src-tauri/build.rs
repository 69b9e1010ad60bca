//! Tells Tauri which commands exist and what may call them. `src/commands/table.rs` is the one list;
//! from it comes a permission per command, so that the capability file decides and nothing else does.
use std::{env, error::Error, fmt::Write, fs, path::Path};

const TABLE: &str = "src-tauri/src/commands/table.rs";

fn main() -> Result<(), Box<dyn Error>> {
    for watched in [TABLE, "src-tauri/capabilities", "ui", "tauri.conf.json"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    let folder = Path::new(&env::var("OUT_DIR")?).join("permissions");
    fs::create_dir_all(&folder)?;
    fs::write(
        folder.join("commands.toml"),
        permissions(&fs::read_to_string(TABLE)?),
    )?;
    let pattern = folder.join("*.toml").to_string_lossy().into_owned();
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/**/*.json")
        .app_manifest(
            // The builder wants a text that lives as long as the build script, which is this line.
            tauri_build::AppManifest::new().permissions_path_pattern(pattern.leak()),
        );
    Ok(tauri_build::try_build(attributes)?)
}

/// A permission `allow-<name>` for each line `module::name(` of the table.
fn permissions(table: &str) -> String {
    let mut toml = String::new();
    for line in table.lines().filter(|line| line.trim_end().ends_with(';')) {
        let name = line
            .split_once("::")
            .and_then(|(_, rest)| rest.split_once('('))
            .map(|(name, _)| name.trim());
        if let Some(name) = name {
            let _ = write!(
                toml,
                "[[permission]]\nidentifier = \"allow-{}\"\ndescription = \"Allows {name}.\"\ncommands.allow = [\"{name}\"]\n\n",
                name.replace('_', "-")
            );
        }
    }
    toml
}
