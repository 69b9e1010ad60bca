//! Provisions by number, so that a list of them needs no comparing of words.

use content::Framework;

/// Provisions, each once, and which of them rules and duties cite.
pub(super) struct Cites<'a> {
    pub known: Vec<&'a str>,
    pub rules: Vec<Vec<usize>>,
    pub duties: Vec<Vec<usize>>,
}

impl<'a> Cites<'a> {
    /// Takes citations apart once.
    pub fn new(framework: &'a Framework) -> Self {
        let mut known: Vec<&'a str> = Vec::new();
        let mut places = |cite: &'a str| {
            let mut place = |one| match known.iter().position(|other| *other == one) {
                Some(place) => place,
                None => {
                    known.push(one);
                    known.len() - 1
                }
            };
            cite.split("; ").map(&mut place).collect()
        };
        let rules = framework.rules.iter().map(|rule| places(&rule.cite));
        let rules = rules.collect();
        let duties = framework.duties.iter().map(|duty| places(&duty.article));
        let duties = duties.collect();
        Cites {
            known,
            rules,
            duties,
        }
    }
}
