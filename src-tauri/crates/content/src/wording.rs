//! A message on its way to a person: which text, with which values. The window and the command line
//! word the same error with the same sentence because both resolve this through `Texts`.

/// Key of a text (`errors.store.wrong-passphrase`) and the values its placeholders name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Full dotted key.
    pub key: &'static str,
    /// Placeholder names with their values.
    pub values: Vec<(&'static str, String)>,
}

impl Wording {
    /// A text without values.
    pub fn plain(key: &'static str) -> Self {
        Wording {
            key,
            values: Vec::new(),
        }
    }

    /// Adds a value for the placeholder `{name}`.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}
