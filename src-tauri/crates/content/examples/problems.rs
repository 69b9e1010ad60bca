//! For authors of content: names every problem of a folder that is laid out like `assets/`, without
//! building anything anew. `cargo run -p content --example problems -- FOLDER`

use content::load::{File, load};
use std::path::Path;
use std::process::ExitCode;

/// The folders that hold content; fonts and pictures are none.
const FOLDERS: [&str; 5] = ["frameworks", "mappings", "questionnaires", "sample", "text"];

fn main() -> ExitCode {
    let Some(root) = std::env::args_os().nth(1) else {
        eprintln!("which folder?");
        return ExitCode::from(2);
    };
    let root = Path::new(&root);
    let mut files = Vec::new();
    for folder in FOLDERS {
        if root.join(folder).is_dir()
            && let Err(error) = collect(root, folder, &mut files)
        {
            eprintln!("{folder}: {error}");
            return ExitCode::from(2);
        }
    }
    let files = files.iter().map(|(path, bytes)| File {
        path: path.clone(),
        bytes,
    });
    match load(files) {
        Ok(library) => {
            for law in &library.frameworks {
                let (rules, duties) = (law.rules.len(), law.duties.len());
                println!("{}: {rules} rules, {duties} duties", law.id);
            }
            println!("no problem");
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in &problems {
                println!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn collect(root: &Path, folder: &str, files: &mut Vec<(String, Vec<u8>)>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let inside = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(root, &inside, files)?;
        } else {
            files.push((inside.clone(), std::fs::read(root.join(&inside))?));
        }
    }
    Ok(())
}
