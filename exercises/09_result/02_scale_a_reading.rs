//! Scale a reading
//! Poles on a glacier send the depth of the snow as text, in millimetres. `depth`
//! gives it in whole centimetres, `fresh_snow` what has fallen since yesterday. If
//! a text is no number, both give back the error that `parse` has found in it.
//! Change only what stands inside these two. Not allowed: `unwrap`, `expect`.

use std::num::ParseIntError;

/// The depth in centimetres, from a text such as " 840 ".
fn depth(text: &str) -> Result<i32, ParseIntError> {
    // TODO: `parse` may fail, so this is not a number yet. The same below.
    let millimetres = text.trim().parse::<i32>();
    Ok(millimetres / 10)
}

/// How many centimetres there are more than yesterday.
fn fresh_snow(today: &str, yesterday: &str) -> Result<i32, ParseIntError> {
    Ok(depth(today) - depth(yesterday))
}

fn show(pole: &str, today: &str, yesterday: &str) {
    match fresh_snow(today, yesterday) {
        Ok(centimetres) => println!("{pole}: {centimetres} cm of fresh snow"),
        Err(error) => println!("{pole}: no reading, {error}"),
    }
}

fn main() {
    show("summit", "1120", " 840 ");
    show("valley", "ice", "310");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::num::IntErrorKind;

    #[test]
    fn a_text_in_millimetres_becomes_centimetres() {
        assert_eq!(depth("840"), Ok(84), "the depth for 840 mm");
        assert_eq!(depth(" 1120\n"), Ok(112), "the depth, with blanks around");
        assert_eq!(depth("0"), Ok(0), "the depth without snow");
    }

    #[test]
    fn fresh_snow_is_the_difference_of_two_days() {
        assert_eq!(fresh_snow("1120", "840"), Ok(28), "snow from 84 to 112 cm");
        assert_eq!(fresh_snow("700", "840"), Ok(-14), "snow from 84 to 70 cm");
    }

    #[test]
    fn a_text_that_is_no_number_comes_back_as_the_error_of_parse() {
        assert_eq!(depth("ice"), "ice".parse::<i32>(), "the answer for ice");
        let error = depth("99999999999").expect_err("it is too large for i32");
        assert_eq!(*error.kind(), IntErrorKind::PosOverflow, "the error's kind");
    }

    #[test]
    fn a_pole_that_sends_nothing_has_no_depth() {
        let error = depth("  ").expect_err("there is no number in blanks");
        assert_eq!(*error.kind(), IntErrorKind::Empty, "the error's kind");
    }

    #[test]
    fn one_bad_day_is_enough_to_know_nothing() {
        let bad = depth("ice");
        assert_eq!(fresh_snow("ice", "840"), bad, "the answer without today");
        assert_eq!(fresh_snow("840", "ice"), bad, "the answer for one day");
    }
}
