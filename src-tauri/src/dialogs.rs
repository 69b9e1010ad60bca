//! Asking where: file dialogs, opened on this side so that the page never sees a path.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// What kind of file is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileType {
    /// In words, for the dialog.
    pub name: String,
    /// Endings without the dot; the first one is given to a name without any. Empty: every file.
    pub endings: &'static [&'static str],
}

/// The client file's ending.
pub const CLIENT_FILE: &[&str] = &["aims"];
/// Endings of lists that can be read.
pub const LISTS: &[&str] = &["csv", "tsv", "txt", "xlsx", "xlsm"];

/// Something that can ask a person for a file. Answers `None` when the person closed the dialog.
pub trait Dialogs: Send + Sync {
    /// Asks for a file that is there.
    fn open(&self, title: &str, kind: &FileType) -> Option<PathBuf>;
    /// Asks where to write a file; replacing one was agreed to in the dialog.
    fn save(&self, title: &str, suggested: &str, kind: &FileType) -> Option<PathBuf>;
}

impl<D: Dialogs + ?Sized> Dialogs for std::sync::Arc<D> {
    fn open(&self, title: &str, kind: &FileType) -> Option<PathBuf> {
        (**self).open(title, kind)
    }

    fn save(&self, title: &str, suggested: &str, kind: &FileType) -> Option<PathBuf> {
        (**self).save(title, suggested, kind)
    }
}

/// The dialogs of the desktop.
pub struct NativeDialogs;

impl Dialogs for NativeDialogs {
    fn open(&self, title: &str, kind: &FileType) -> Option<PathBuf> {
        native(title, kind).pick_file()
    }

    fn save(&self, title: &str, suggested: &str, kind: &FileType) -> Option<PathBuf> {
        let path = native(title, kind).set_file_name(suggested).save_file()?;
        Some(with_ending(path, kind.endings))
    }
}

fn native(title: &str, kind: &FileType) -> rfd::FileDialog {
    let dialog = rfd::FileDialog::new().set_title(title);
    if kind.endings.is_empty() {
        dialog
    } else {
        dialog.add_filter(&kind.name, kind.endings)
    }
}

/// Adds the usual ending to a name that has none.
fn with_ending(path: PathBuf, endings: &[&str]) -> PathBuf {
    match endings.first() {
        Some(ending) if path.extension().is_none() => path.with_extension(ending),
        _ => path,
    }
}

/// Answers prepared beforehand, in order; afterwards every dialog counts as closed. For tests.
#[derive(Default)]
pub struct PreparedDialogs {
    answers: Mutex<VecDeque<Option<PathBuf>>>,
}

impl PreparedDialogs {
    /// Puts an answer at the end of the queue.
    pub fn answer(&self, path: Option<PathBuf>) {
        self.queue().push_back(path);
    }

    fn next(&self) -> Option<PathBuf> {
        self.queue().pop_front().flatten()
    }

    fn queue(&self) -> std::sync::MutexGuard<'_, VecDeque<Option<PathBuf>>> {
        self.answers
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Dialogs for PreparedDialogs {
    fn open(&self, _: &str, _: &FileType) -> Option<PathBuf> {
        self.next()
    }

    fn save(&self, _: &str, _: &str, _: &FileType) -> Option<PathBuf> {
        self.next()
    }
}

/// Answers from a file, for tests that drive the real window: each dialog takes and removes the first
/// line, which is an absolute path, or empty for a dialog that was closed. Development builds honour
/// the environment variable [`SCRIPT_VARIABLE`]; release builds do not contain this.
#[cfg(debug_assertions)]
pub struct ScriptedDialogs {
    script: PathBuf,
}

/// Names the file with the answers.
#[cfg(debug_assertions)]
pub const SCRIPT_VARIABLE: &str = "PLUMBLINE_DIALOGS";

#[cfg(debug_assertions)]
impl ScriptedDialogs {
    /// Dialogs answered from this file.
    pub fn new(script: PathBuf) -> Self {
        ScriptedDialogs { script }
    }

    fn next(&self) -> Option<PathBuf> {
        let text = std::fs::read_to_string(&self.script).ok()?;
        let (first, rest) = text.split_once('\n').unwrap_or((text.as_str(), ""));
        std::fs::write(&self.script, rest).ok()?;
        let line = first.trim();
        (!line.is_empty()).then(|| PathBuf::from(line))
    }
}

#[cfg(debug_assertions)]
impl Dialogs for ScriptedDialogs {
    fn open(&self, _: &str, _: &FileType) -> Option<PathBuf> {
        self.next()
    }

    fn save(&self, _: &str, _: &str, _: &FileType) -> Option<PathBuf> {
        self.next()
    }
}

/// The dialogs of this run: native ones, unless a development build was given a script.
pub fn of_this_run() -> Box<dyn Dialogs> {
    #[cfg(debug_assertions)]
    if let Some(script) = std::env::var_os(SCRIPT_VARIABLE) {
        return Box::new(ScriptedDialogs::new(script.into()));
    }
    Box::new(NativeDialogs)
}

/// The name of a file without its folder, as people see it.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// A name for a file made of fixed parts and words of the user, safe on every system: separators,
/// controls and reserved characters become spaces, and it is cut at 80 characters.
pub fn safe_name(words: &str, ending: &str) -> String {
    let plain: String = words
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
            c if c.is_control() || is_bidi_control(c) => ' ',
            c => c,
        })
        .collect();
    let mut name = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = name.char_indices().nth(80) {
        name.truncate(cut);
    }
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() {
        format!("plumbline.{ending}")
    } else {
        format!("{name}.{ending}")
    }
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_are_safe_everywhere() {
        assert_eq!(safe_name("Acme / AI: \"A\"", "pdf"), "Acme AI A.pdf");
        assert_eq!(safe_name("../../etc/passwd", "pdf"), "etc passwd.pdf");
        assert_eq!(safe_name(" \u{202e}.. ", "pdf"), "plumbline.pdf");
        assert_eq!(safe_name(&"ä".repeat(200), "csv").chars().count(), 84);
    }

    #[test]
    fn a_script_is_used_up_line_by_line() {
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("script");
        std::fs::write(&script, "/a/b.aims\n\n/c.csv").unwrap();
        let dialogs = ScriptedDialogs::new(script.clone());
        let kind = FileType {
            name: String::new(),
            endings: CLIENT_FILE,
        };
        assert_eq!(
            dialogs.save("", "", &kind),
            Some(PathBuf::from("/a/b.aims"))
        );
        assert_eq!(dialogs.open("", &kind), None);
        assert_eq!(dialogs.open("", &kind), Some(PathBuf::from("/c.csv")));
        assert_eq!(dialogs.open("", &kind), None);
    }

    #[test]
    fn a_name_without_ending_gets_the_usual_one() {
        assert_eq!(
            with_ending("/x/y".into(), CLIENT_FILE),
            PathBuf::from("/x/y.aims")
        );
        assert_eq!(
            with_ending("/x/y.db".into(), CLIENT_FILE),
            PathBuf::from("/x/y.db")
        );
    }
}
