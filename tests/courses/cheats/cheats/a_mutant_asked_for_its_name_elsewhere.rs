//! A test includes a file that asks which mutant it is.
//! refused: reads
//! exercise: rounded

fn rounded(cents: u32) -> u32 {
    (cents + 2) / 5 * 5
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_the_good_one() {
        include!("{{MUTANTS}}");
    }
}
