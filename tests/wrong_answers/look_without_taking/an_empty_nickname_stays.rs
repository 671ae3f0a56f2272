//! Takes the letters out, and leaves an empty nickname behind.
//! refused: test a_nickname_that_is_retired_leaves_none_behind

struct Member {
    name: String,
    nickname: Option<String>,
}

impl Member {
    fn line(&self) -> String {
        let nickname = self.nickname.as_deref().unwrap_or("-");
        format!("{} ({nickname})", self.name)
    }

    fn retire(&mut self) -> Option<String> {
        self.nickname.as_mut().map(std::mem::take)
    }
}

fn main() {
    let mut member = Member {
        name: String::from("Oda Lind"),
        nickname: Some(String::from("Anchor")),
    };
    println!("{}", member.line());
    let free = member.retire();
    println!("free again: {free:?}");
    println!("{}", member.line());
}
