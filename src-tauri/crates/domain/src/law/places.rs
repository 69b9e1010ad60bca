//! A small set of places, kept as bits: joining two of them is what the engine does most.

/// A set of numbers below a bound that all sets of a kind share.
#[derive(Debug, Clone, Default)]
pub(super) struct Places(Vec<u64>);

impl Places {
    /// The empty set of places below `bound`.
    pub fn none(bound: usize) -> Self {
        Places(vec![0; bound.div_ceil(64)])
    }

    pub fn insert(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    pub fn contains(&self, place: usize) -> bool {
        let word = self.0.get(place / 64).copied().unwrap_or(0);
        word >> (place % 64) & 1 == 1
    }

    pub fn clear(&mut self) {
        self.0.fill(0);
    }

    /// The places, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        places(&self.0)
    }
}

/// One set for each of many things, in one piece of memory.
pub(super) struct Table {
    width: usize,
    words: Vec<u64>,
}

impl Table {
    /// Empty sets of places below `bound`.
    pub fn new(rows: usize, bound: usize) -> Self {
        let width = bound.div_ceil(64);
        Table {
            width,
            words: vec![0; rows * width],
        }
    }

    fn row(&self, row: usize) -> &[u64] {
        let start = row * self.width;
        self.words.get(start..start + self.width).unwrap_or(&[])
    }

    pub fn set(&mut self, row: usize, places: &Places) {
        let start = row * self.width;
        if let Some(words) = self.words.get_mut(start..start + self.width) {
            words.copy_from_slice(&places.0);
        }
    }

    /// Adds the set of a row to another.
    pub fn join_to(&self, row: usize, into: &mut Places) {
        for (word, others) in into.0.iter_mut().zip(self.row(row)) {
            *word |= others;
        }
    }

    /// The places of a row, in order.
    pub fn iter(&self, row: usize) -> impl Iterator<Item = usize> {
        places(self.row(row))
    }
}

fn places(words: &[u64]) -> impl Iterator<Item = usize> {
    words.iter().enumerate().flat_map(|(at, word)| {
        let mut left = *word;
        std::iter::from_fn(move || {
            let place = left.trailing_zeros() as usize;
            (left != 0).then(|| {
                left &= left - 1;
                at * 64 + place
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_inserted_or_joined_is_there_in_order_and_nothing_else() {
        let mut some = Places::none(130);
        for place in [129, 0, 63] {
            some.insert(place);
        }
        let mut table = Table::new(3, 130);
        table.set(1, &some);
        some.clear();
        some.insert(64);
        table.join_to(1, &mut some);
        table.join_to(2, &mut some);
        assert_eq!(some.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert!(some.contains(63) && !some.contains(1) && !some.contains(1_000));
        assert_eq!(table.iter(1).collect::<Vec<_>>(), [0, 63, 129]);
        assert_eq!(table.iter(2).count() + table.iter(3).count(), 0);
    }
}
