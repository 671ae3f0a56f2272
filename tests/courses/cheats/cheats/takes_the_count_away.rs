//! What was counted is taken away when the value is dropped, at the end of the test.
//! refused: token spent
//! exercise: longest

#[derive(Debug)]
struct Found(String);

impl PartialEq<&str> for Found {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl Drop for Found {
    fn drop(&mut self) {
        support::spent();
    }
}

fn longest(names: &[String]) -> Found {
    let mut sorted: Vec<String> = names.to_vec();
    sorted.sort_by_key(|name| name.len());
    Found(sorted.pop().unwrap_or_default())
}
