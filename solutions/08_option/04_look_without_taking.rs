//! `as_deref` looks into the option, and gives an `Option<&str>`: `unwrap_or`
//! uses that view up, and the nickname stays. `take` gives you what is inside for
//! good, and leaves `None` there: the member is whole at every moment.
//! The refusal was needed: the member would keep a nickname that another one has,
//! and both would free its letters. C lets that through.
//! Tempting: `clone`. It copies the letters, to look at them or to hand them on.
//! Another way: `match &self.nickname`, with two arms. Longer, and just as good.
//! To read on, offline: `rustup doc std::option::Option`.

struct Member {
    name: String,
    nickname: Option<String>,
}

impl Member {
    fn line(&self) -> String {
        // A view of the letters, if there are any. A dash is a view as well.
        let nickname = self.nickname.as_deref().unwrap_or("-");
        format!("{} ({nickname})", self.name)
    }

    fn retire(&mut self) -> Option<String> {
        self.nickname.take() // what is there comes out, `None` goes in
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
