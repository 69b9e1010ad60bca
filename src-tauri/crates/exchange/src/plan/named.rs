//! Records that rows only name.

use super::Plan;
use content::RecordKind;
use domain::Dossier;
use domain::text::spelling;
use std::collections::{BTreeMap, BTreeSet};

impl Plan {
    /// How many records of each kind the rows name that are neither in the file nor rows of the list:
    /// vendors, people, models, datasets. They are entered with the rows.
    pub fn named(&self, existing: &Dossier) -> BTreeMap<RecordKind, usize> {
        let key = |kind: RecordKind, name: &str| (kind, spelling(name));
        let in_the_file = existing.records.iter().map(|one| key(one.kind, &one.name));
        let rows = self.drafts.iter().map(|one| key(one.kind, &one.name));
        let known: BTreeSet<_> = in_the_file.chain(rows).collect();
        let linked = self.drafts.iter().flat_map(|draft| &draft.links);
        let linked =
            linked.flat_map(|link| link.names.iter().map(move |name| key(link.kind, name)));
        let asked = self.drafts.iter().flat_map(|draft| draft.asked.values());
        let asked = asked.map(|name| key(RecordKind::Person, name));
        let named: BTreeSet<_> = linked.chain(asked).collect();
        let mut counts = BTreeMap::new();
        for (kind, _) in named.difference(&known) {
            *counts.entry(*kind).or_default() += 1;
        }
        counts
    }
}
