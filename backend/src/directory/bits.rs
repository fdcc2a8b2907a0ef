//! A set of entries, one bit each: what facets are counted with.

/// A set of small numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits {
    blocks: Vec<u64>,
}

impl Bits {
    /// Empty, with room for numbers below `len`.
    pub fn none(len: usize) -> Self {
        Self { blocks: vec![0; len.div_ceil(64)] }
    }

    /// All numbers below `len`.
    pub fn all(len: usize) -> Self {
        let mut bits = Self { blocks: vec![u64::MAX; len.div_ceil(64)] };
        if let Some(last) = bits.blocks.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        bits
    }

    /// Puts a number in.
    pub fn insert(&mut self, number: usize) {
        if let Some(block) = self.blocks.get_mut(number / 64) {
            *block |= 1 << (number % 64);
        }
    }

    /// Whether a number is in.
    pub fn contains(&self, number: usize) -> bool {
        self.blocks.get(number / 64).is_some_and(|block| block & (1 << (number % 64)) != 0)
    }

    /// Keeps what is in the other one too.
    pub fn keep(&mut self, other: &Self) {
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block &= other;
        }
    }

    /// Adds what is in the other one.
    pub fn add(&mut self, other: &Self) {
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block |= other;
        }
    }

    /// How many numbers are in.
    pub fn count(&self) -> usize {
        self.blocks.iter().map(|block| block.count_ones() as usize).sum()
    }

    /// How many numbers are in both.
    pub fn count_common(&self, other: &Self) -> usize {
        self.blocks.iter().zip(&other.blocks).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// The numbers, in rising order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.blocks.iter().enumerate().flat_map(|(index, block)| {
            let mut rest = *block;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                Some(index * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    const LEN: usize = 200;

    fn bits(numbers: &BTreeSet<usize>) -> Bits {
        let mut bits = Bits::none(LEN);
        numbers.iter().for_each(|number| bits.insert(*number));
        bits
    }

    proptest! {
        #[test]
        fn bits_behave_like_a_set(
            a in prop::collection::btree_set(0..LEN, 0..60),
            b in prop::collection::btree_set(0..LEN, 0..60),
        ) {
            let mut both = bits(&a);
            both.keep(&bits(&b));
            let mut either = bits(&a);
            either.add(&bits(&b));
            prop_assert_eq!(both.iter().collect::<BTreeSet<_>>(), &a & &b);
            prop_assert_eq!(either.iter().collect::<BTreeSet<_>>(), &a | &b);
            prop_assert_eq!(bits(&a).count_common(&bits(&b)), (&a & &b).len());
            prop_assert_eq!(bits(&a).count(), a.len());
        }
    }

    #[test]
    fn all_holds_exactly_what_is_below() {
        for len in [0, 1, 63, 64, 65, 128] {
            assert_eq!(Bits::all(len).iter().collect::<Vec<_>>(), (0..len).collect::<Vec<_>>());
        }
    }
}
