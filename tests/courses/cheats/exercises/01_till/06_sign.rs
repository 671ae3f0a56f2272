//! Sign
//! Write what stands on the sign: `open`, or `OPEN` where the sign is loud.

fn sign(loud: bool) -> &'static str {
    todo!()
}

fn main() {
    // TODO: print the sign; it is loud when the program is called with `loud`.
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loud_sign_has_large_letters() {
        assert_eq!(sign(true), "OPEN", "the loud sign");
    }
}
