//! Believes that Rust will find out from the body.
//! refused: error E0106 at "fn on_stage"

struct Actor {
    name: String,
    ill: bool,
}

// TODO: from which of the two may the answer come?
fn on_stage(lead: &Actor, sub: &Actor) -> &Actor {
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
