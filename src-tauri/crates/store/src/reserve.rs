//! Room held back on the disk of an open file. On a full disk nothing can be saved, not even a deletion,
//! because every change needs room for its journal. So a little is taken while there is enough, and
//! given back when the last answers need it.

use crate::create::Draft;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Bytes held back: room for some dozen answers with their journals.
const ROOM: usize = 1024 * 1024;

/// The room beside one file. It is held by a file without a name, which the system frees with the
/// process, however that ends; a disk may also have had none left.
#[derive(Debug)]
pub(crate) struct Reserve {
    beside: PathBuf,
    held: Option<File>,
}

impl Reserve {
    /// Takes the room on the disk of the file at `path`, if there is as much.
    pub(crate) fn beside(path: &Path) -> Reserve {
        let mut reserve = Reserve {
            beside: path.to_owned(),
            held: None,
        };
        reserve.refill();
        reserve
    }

    /// Whether the room is there to be spent.
    pub(crate) fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Takes the room again once it was spent. Without as much it stays spent, which is no failure.
    pub(crate) fn refill(&mut self) {
        if self.held.is_none() {
            self.held = take(&self.beside).ok();
        }
    }

    /// Gives the room back to the disk. Says whether there was any.
    pub(crate) fn spend(&mut self) -> bool {
        self.held.take().is_some()
    }
}

fn take(path: &Path) -> std::io::Result<File> {
    // One name for one client file, whose lock is held: what a process left that was killed before the
    // name was gone, the next one finds and removes.
    let draft = Draft::named(path, ".room");
    let mut file = File::create_new(&draft.0)?;
    // Nameless before it has a size: a crash leaves nothing that takes room.
    drop(draft);
    file.write_all(&noise())?;
    Ok(file)
}

/// Bytes that no file system stores in less room than they have (xorshift).
fn noise() -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut bytes = Vec::with_capacity(ROOM);
    while bytes.len() < ROOM {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend(state.to_le_bytes());
    }
    bytes
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_process_left_is_gone_with_the_next_opening() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("client.aims");
        let left = Draft::named(&path, ".room");
        std::fs::write(&left.0, "").unwrap();
        std::mem::forget(left);
        let reserve = Reserve::beside(&path);
        assert!(reserve.is_held());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
