//! What comes back for review, and when.

use super::super::count::{counted, in_words};
use crate::session::review::Reviews;
use crate::session::sitting::Sitting;

/// On the screen of a done exercise: that it comes back, if it does.
pub(super) fn comes_back(sitting: &Sitting) -> Option<String> {
    let day = sitting.back_on()?;
    let today = sitting.today();
    Some(if day <= today {
        "It waits for review: `tutor review` asks which line is refused.".to_owned()
    } else {
        format!(
            "It comes back for review {}, as a question: which line is refused?",
            in_days(day - today)
        )
    })
}

/// When a review is done: what the answer was worth, and when it is asked again.
pub(super) fn outcome(sitting: &Sitting, reviews: &Reviews) -> String {
    let back = sitting.back_on().map(|day| day - sitting.today().min(day));
    let right = reviews
        .answer(sitting.here())
        .is_some_and(|answer| answer.right);
    match (right, back) {
        (true, Some(days)) => format!("You still know it. It comes back {}.", in_days(days)),
        (true, None) => "You know it for good: it does not come back any more.".to_owned(),
        (false, Some(days)) => format!(
            "The first answer is the one that counts: it comes back {}.",
            in_days(days)
        ),
        (false, None) => String::new(),
    }
}

/// What is left in the terminal, or on the last screen: how many were answered, and when the next ones come.
pub(super) fn goodbye(sitting: &Sitting, reviews: &Reviews) -> String {
    let all = sitting.material().path.len();
    let answered = reviews.answered();
    if answered < all {
        return format!("{answered} of {all} answered. `tutor review` asks the rest.");
    }
    let today = sitting.today();
    let next = reviews.next_day(today);
    let next = next.map_or_else(String::new, |day| {
        format!(" The next review comes {}.", in_days(day - today))
    });
    match all {
        1 => format!("That was the only review for today.{next}"),
        _ => format!("Those were all {} reviews for today.{next}", in_words(all)),
    }
}

/// `today`, `tomorrow`, `in 3 days`.
pub(in crate::view) fn in_days(days: u64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => format!("in {}", counted(days as usize, "day", "days")),
    }
}
