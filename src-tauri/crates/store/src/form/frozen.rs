//! The written form of what was signed: compact JSON in UTF-8, the fields of an outcome in the order
//! `form`, `version`, `parts`, those of a part in the order `id`, `label`, `value`, `cite`, `parts`, empty
//! ones left out, but `id` always there. Its SHA-256 is what a signed document prints.

use domain::{Frozen, Part};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrozenForm {
    form: String,
    version: u32,
    parts: Vec<PartForm>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartForm {
    id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    label: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    value: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    cite: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartForm>,
}

impl From<&Frozen> for FrozenForm {
    fn from(frozen: &Frozen) -> FrozenForm {
        let Frozen {
            form,
            version,
            parts,
        } = frozen;
        FrozenForm {
            form: form.clone(),
            version: *version,
            parts: parts.iter().map(PartForm::from).collect(),
        }
    }
}

impl From<FrozenForm> for Frozen {
    fn from(form: FrozenForm) -> Frozen {
        Frozen {
            form: form.form,
            version: form.version,
            parts: form.parts.into_iter().map(Part::from).collect(),
        }
    }
}

impl From<&Part> for PartForm {
    fn from(part: &Part) -> PartForm {
        let Part {
            id,
            label,
            value,
            cite,
            parts,
        } = part;
        PartForm {
            id: id.clone(),
            label: label.clone(),
            value: value.clone(),
            cite: cite.clone(),
            parts: parts.iter().map(PartForm::from).collect(),
        }
    }
}

impl From<PartForm> for Part {
    fn from(form: PartForm) -> Part {
        Part {
            id: form.id,
            label: form.label,
            value: form.value,
            cite: form.cite,
            parts: form.parts.into_iter().map(Part::from).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::StoreError;

    /// Another program must be able to write the same bytes, and so get the same hash.
    #[test]
    fn the_form_is_the_documented_one() -> Result<(), StoreError> {
        let part = Part::new("headline")
            .saying("High-risk")
            .citing("Art. 6(2)")
            .with([Part::new("plain").saying("“Words”")]);
        let frozen = Frozen {
            form: "classification".to_owned(),
            version: 1,
            parts: vec![part],
        };
        let text = crate::form::json(&FrozenForm::from(&frozen))?;
        assert_eq!(
            text,
            "{\"form\":\"classification\",\"version\":1,\"parts\":[{\"id\":\"headline\",\
             \"value\":\"High-risk\",\"cite\":\"Art. 6(2)\",\"parts\":[{\"id\":\"plain\",\
             \"value\":\"“Words”\"}]}]}"
        );
        let read: FrozenForm = crate::form::parse(&text)?;
        assert_eq!(Frozen::from(read), frozen);
        Ok(())
    }
}
