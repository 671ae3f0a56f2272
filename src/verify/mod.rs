//! What makes a course sound, as far as it is pure: the rules, what a starter shows against what it declares, whether an
//! answer was refused for its stated reason, and the texts. `commands::verify` runs the checks that these judge.

pub mod allow;
pub mod blessed;
pub mod cards;
pub mod commented;
pub mod costs;
pub mod finding;
pub mod formatted;
pub mod hints;
pub mod kept;
pub mod placeholders;
pub mod refusal;
pub mod report;
pub mod starts;
pub mod strays;
pub mod suggestions;
pub mod taught;
#[cfg(test)]
mod tests;
pub mod texts;

pub use finding::{Finding, Rule};
