//! Believes that `take` may be used wherever something is wanted.
//! refused: error E0596 at "self.nickname.take().unwrap_or"

struct Member {
    name: String,
    nickname: Option<String>,
}

impl Member {
    fn line(&self) -> String {
        let nickname = self.nickname.take().unwrap_or(String::from("-"));
        format!("{} ({nickname})", self.name)
    }

    fn retire(&mut self) -> Option<String> {
        self.nickname.take()
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
