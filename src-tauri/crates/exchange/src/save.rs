//! Files on their way out: whole or not at all.

use crate::error::{ExchangeError, Result};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
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
    if !replaceable(path) {
        return Err(ExchangeError::NotReplaced {
            file: path.display().to_string(),
        });
    }
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

/// Whether a file may be put here: nothing is there yet, or a plain file that is no client file. An
/// encrypted client file has no mark of its own and is known by its ending.
fn replaceable(path: &Path) -> bool {
    const CLIENT_FILE: &str = "aims";
    const SQLITE: &[u8] = b"SQLite format 3\0";
    if path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(CLIENT_FILE))
    {
        return false;
    }
    match fs::symlink_metadata(path) {
        Err(_) => true,
        Ok(there) if !there.is_file() => false,
        Ok(_) => {
            let mut start = Vec::new();
            let read = File::open(path)
                .and_then(|file| file.take(SQLITE.len() as u64).read_to_end(&mut start));
            read.is_ok() && start != SQLITE
        }
    }
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
    fn a_client_file_a_folder_or_a_link_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let plain = folder.path().join("plain.pdf");
        fs::write(&plain, b"SQLite format 3\0 and the rest").unwrap();
        let encrypted = folder.path().join("client.AIMS");
        fs::write(&encrypted, b"unreadable").unwrap();
        let inside = folder.path().join("folder");
        fs::create_dir(&inside).unwrap();
        for path in [&plain, &encrypted, &inside] {
            let refused = write_file(path, b"new");
            assert!(
                matches!(refused, Err(ExchangeError::NotReplaced { .. })),
                "{path:?}"
            );
        }
        assert_eq!(fs::read(&encrypted).unwrap(), b"unreadable");
        #[cfg(unix)]
        {
            let link = folder.path().join("link.csv");
            std::os::unix::fs::symlink(&plain, &link).unwrap();
            assert!(write_file(&link, b"new").is_err());
        }
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
        let error = write_file(&folder.path().join("no/such/report.pdf"), b"x").unwrap_err();
        assert!(matches!(error, ExchangeError::NotSaved { file, .. } if file == "report.pdf"));
        assert!(names(folder.path()).is_empty());
    }
}
