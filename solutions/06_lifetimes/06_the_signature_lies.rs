//! One name on both inputs: the answer may be either, so a caller has to keep
//! both while it uses the answer. `'cast` is no longer than the shorter of the
//! two loans, so a substitute for one evening is still welcome.
//! The refusal was needed: a caller that believed the old line could send the
//! substitute home, and then read the name of somebody who has been freed.
//! Tempting: `'static`. Then both must be there as long as the program runs.
//! Another way: `'sub: 'lead`, "`'sub` lasts at least as long as `'lead`".
//! To read on, offline: `rustup doc --book`, chapter 10.3.

struct Actor {
    name: String,
    ill: bool,
}

// `'cast`: the answer may be either, so it is tied to both.
fn on_stage<'cast>(lead: &'cast Actor, sub: &'cast Actor) -> &'cast Actor {
    if lead.ill {
        return sub;
    }
    lead
}

/// The lead belongs to the house. The substitute is here for one evening only.
fn evening(lead: &Actor, guest: &str) -> String {
    let sub = Actor {
        name: String::from(guest),
        ill: false,
    };
    let tonight = on_stage(lead, &sub);
    format!("tonight: {}", tonight.name)
}

fn main() {
    let lead = Actor {
        name: String::from("Renata"),
        ill: true,
    };
    println!("{}", evening(&lead, "Vito"));
}
