//! Does what the compiler offers: a second nickname for each.
//! refused: token clone

struct Member {
    name: String,
    nickname: Option<String>,
}

impl Member {
    fn line(&self) -> String {
        let nickname = self.nickname.clone().unwrap_or(String::from("-"));
        format!("{} ({nickname})", self.name)
    }

    fn retire(&mut self) -> Option<String> {
        self.nickname.clone()
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
