//! Files on their way out: whole or not at all.

use crate::error::{ExchangeError, Result};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file so that at every moment either the old one or the whole new one is there: a new
/// file beside it, flushed to the disk, then put in its place. Nothing stays behind on failure.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |error: io::Error| ExchangeError::NotSaved {
        file: path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        reason: error.to_string(),
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let (mut file, beside) = beside(folder).map_err(failed)?;
    let put = |file: &mut File| -> io::Result<()> {
        file.write_all(bytes)?;
        file.sync_all()
    };
    let written = put(&mut file).and_then(|()| {
        drop(file);
        fs::rename(&beside, path)
    });
    if let Err(error) = written {
        // Best effort: the failure to report is the first one.
        let _ = fs::remove_file(&beside);
        return Err(failed(error));
    }
    // The new name is safe once the folder is; some systems cannot flush a folder, and need not.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// A new empty file in the folder, under a name that says nothing of what it will hold.
fn beside(folder: &Path) -> io::Result<(File, PathBuf)> {
    let process = std::process::id();
    let mut last = io::Error::other("no free name");
    for attempt in 0..100 {
        let path = folder.join(format!(".plumbline-{process}-{attempt}.part"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        write_file(&path, b"old, and longer").unwrap();
        write_file(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["list.csv"]);
    }

    #[test]
    fn a_failure_leaves_nothing_behind_and_names_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("report.pdf");
        fs::create_dir(&taken).unwrap();
        fs::write(taken.join("inside"), b"").unwrap();
        let error = write_file(&taken, b"x").unwrap_err();
        assert!(matches!(error, ExchangeError::NotSaved { file, .. } if file == "report.pdf"));
        assert_eq!(names(folder.path()), ["report.pdf"]);
        assert!(write_file(&folder.path().join("no/such/folder.csv"), b"x").is_err());
    }
}
