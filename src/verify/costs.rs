//! What it costs to prove each exercise, and how to share the work between machines.

use std::collections::BTreeMap;

use crate::course::model::Kind;

/// Milliseconds by exercise, as they were last measured.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Costs(BTreeMap<String, u64>);

impl Costs {
    /// Reads what [`Costs::write`] has written; lines that say something else are passed over.
    pub fn read(text: &str) -> Costs {
        let pairs = text.lines().filter_map(|line| line.split_once('='));
        let pairs = pairs.filter_map(|(id, cost)| {
            let id = id.trim().trim_matches('"');
            Some((id.to_owned(), cost.trim().parse().ok()?))
        });
        Costs(pairs.collect())
    }

    pub fn write(&self) -> String {
        let lines = self
            .0
            .iter()
            .map(|(id, cost)| format!("\"{id}\" = {cost}\n"));
        let head = "# Milliseconds that the proof of each exercise took: `tutor verify --partition` shares by them.\n";
        head.to_owned() + &lines.collect::<String>()
    }

    pub fn of(&self, id: &str) -> Option<u64> {
        self.0.get(id).copied()
    }

    pub fn set(&mut self, id: &str, cost: u64) {
        self.0.insert(id.to_owned(), cost);
    }
}

/// Milliseconds to expect of an exercise that was never measured, with so many wrong and right answers.
pub fn expected(kind: Kind, answers: usize) -> u64 {
    let each = match kind {
        Kind::Predict | Kind::Break | Kind::Trace => 40,
        Kind::Fix | Kind::Write | Kind::Lint => 60,
        Kind::Measure => 90,
        Kind::Guard => 250,
        Kind::Tests => 350,
    };
    let answers = u64::try_from(answers).unwrap_or(u64::MAX);
    answers.saturating_add(3).saturating_mul(each)
}

/// The `index`-th (from 1) of `of` shares of about the same cost: the places of its members, in order. Whatever the
/// costs, each place is in exactly one share. The same costs give the same shares.
pub fn share(costs: &[u64], index: usize, of: usize) -> Vec<usize> {
    let mut dearest: Vec<usize> = (0..costs.len()).collect();
    dearest.sort_by_key(|place| (std::cmp::Reverse(costs[*place]), *place));
    let mut sums = vec![0u64; of.max(1)];
    let mut own = Vec::new();
    for place in dearest {
        let lightest = (0..sums.len())
            .min_by_key(|share| (sums[*share], *share))
            .unwrap_or(0);
        // What costs nothing is shared out too.
        sums[lightest] = sums[lightest].saturating_add(costs[place].max(1));
        if lightest + 1 == index {
            own.push(place);
        }
    }
    own.sort_unstable();
    own
}

/// A short mark of these costs: who has the same one has the same shares.
pub fn mark(costs: &[u64]) -> String {
    let mix = |sum: u32, cost: &u64| {
        let bytes = cost.to_le_bytes().into_iter();
        bytes.fold(sum, |sum, byte| {
            (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    };
    format!("{:08x}", costs.iter().fold(0x811c_9dc5, mix))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn costs_are_read_as_they_were_written() {
        let mut costs = Costs::default();
        costs.set("handed_over", 120);
        costs.set("afloat", 0);
        let text = costs.write();
        assert_eq!(Costs::read(&text), costs);
        assert_eq!(Costs::read(&format!("{text}<<<<<<< torn\nx = y\n")), costs);
    }

    #[test]
    fn shares_cost_about_the_same() {
        let costs = [900, 100, 100, 100, 500, 400, 0, 0];
        let sums: [u64; 2] =
            [1, 2].map(|index| share(&costs, index, 2).iter().map(|at| costs[*at]).sum());
        assert_eq!(sums, [1100, 1000]);
    }

    proptest! {
        #[test]
        fn every_place_is_in_exactly_one_share(costs in prop::collection::vec(0u64..500, 0..60), of in 1usize..9) {
            let mut all: Vec<usize> = (1..=of).flat_map(|index| share(&costs, index, of)).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..costs.len()).collect::<Vec<_>>());
        }

        #[test]
        fn no_share_has_much_more_than_its_part(costs in prop::collection::vec(1u64..500, 1..60), of in 1usize..9) {
            let whole: u64 = costs.iter().sum();
            let dearest = *costs.iter().max().expect("there is one");
            for index in 1..=of {
                let sum: u64 = share(&costs, index, of).iter().map(|at| costs[*at]).sum();
                prop_assert!(sum <= whole / of as u64 + dearest);
            }
        }
    }
}
