//! Records that may be the same thing under another name: the duplicate check.

use crate::error::StoreError;
use crate::file::ClientFile;
use crate::queries::records;
use content::RecordKind;
use domain::Record;
use domain::text::fold;

/// A record whose name is close to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// The record.
    pub record: Record,
    /// How close.
    pub likeness: Likeness,
}

/// How close two names are, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same but for case, accents and punctuation.
    Same,
    /// A slip of the pen apart.
    Close,
    /// All words of the one stand together in the other.
    Contains,
}

/// The most that are shown.
const MOST: usize = 10;

impl ClientFile {
    /// Records of a kind, retired ones too, with a name close to `name`; the closest first, at most ten.
    pub fn similar(&self, kind: RecordKind, name: &str) -> Result<Vec<Similar>, StoreError> {
        let wanted = fold(name);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT folded, number FROM record INDEXED BY record_by_name WHERE kind = ?1",
        )?;
        let mut rows = statement.query([kind.code()])?;
        let mut near: Vec<(Likeness, u32)> = Vec::new();
        while let Some(row) = rows.next()? {
            let folded = row
                .get_ref(0)?
                .as_str()
                .map_err(|_| StoreError::damaged("a folded name is not text"))?;
            if let Some(likeness) = likeness(&wanted, folded) {
                near.push((likeness, row.get(1)?));
            }
        }
        near.sort_unstable();
        near.truncate(MOST);
        near.into_iter()
            .map(|(likeness, number)| {
                let record = self
                    .conn
                    .prepare_cached(
                        "SELECT id, kind, number, name, created, changed, retired FROM record
                         WHERE kind = ?1 AND number = ?2",
                    )?
                    .query_row((kind.code(), number), |row| Ok(records::read(row)))??;
                Ok(Similar { record, likeness })
            })
            .collect()
    }
}

fn likeness(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Same);
    }
    if b.is_empty() {
        return None;
    }
    // A slip is one letter in a short name, two in a long one; in a very short one it is another name.
    let slips = match a.chars().count() {
        0..=3 => 0,
        4..=9 => 1,
        _ => 2,
    };
    if within(a, b, slips) {
        return Some(Likeness::Close);
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let whole_words = long.match_indices(short).any(|(at, _)| {
        let before = at == 0 || long.as_bytes().get(at - 1) == Some(&b' ');
        let after = long
            .as_bytes()
            .get(at + short.len())
            .is_none_or(|byte| *byte == b' ');
        before && after
    });
    (whole_words && short.chars().count() > 3).then_some(Likeness::Contains)
}

/// Whether at most `most` letters have to be added, dropped, exchanged or swapped with their neighbour
/// to make one name of the other. Numbers do not count as slips: "model 2" is not "model 3".
fn within(a: &str, b: &str, most: usize) -> bool {
    if most == 0 || a.len().abs_diff(b.len()) > most * 4 || digits(a) != digits(b) {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return false;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let exchange = last[j] + usize::from(x != y);
            let mut cost = exchange.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                cost = cost.min(before_last[j - 1] + 1);
            }
            row.push(cost);
        }
        if row.iter().min().is_none_or(|least| *least > most) {
            return false;
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().is_some_and(|cost| *cost <= most)
}

fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: Option<Likeness>) {
        assert_eq!(likeness(&fold(a), &fold(b)), expected, "{a} / {b}");
        assert_eq!(likeness(&fold(b), &fold(a)), expected, "{b} / {a}");
    }

    #[test]
    fn names_are_alike_as_a_person_would_say() {
        check("HR Screening", "hr-screening", Some(Likeness::Same));
        check("Crédit scoring", "credit scoring", Some(Likeness::Same));
        check("Chatbot", "Chatbto", Some(Likeness::Close));
        check("Fraud detection", "Fraud detecton", Some(Likeness::Close));
        check(
            "Copilot",
            "Microsoft Copilot for Sales",
            Some(Likeness::Contains),
        );
        check("Model 2", "Model 3", None);
        check("Art", "Start", None);
        check("HR", "HR Screening", None);
        check("Fraud", "Freight", None);
        check("漢字認識", "漢字認識", Some(Likeness::Same));
    }
}
