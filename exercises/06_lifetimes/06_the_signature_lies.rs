//! The signature lies
//! A theatre has a substitute for each lead: who plays tonight? The first line of
//! `on_stage` promises that it will always be the lead. The body knows better, and
//! the body is right. Change only that first line, so that it promises no more
//! than the body can keep.

struct Actor {
    name: String,
    ill: bool,
}

// TODO: from which of the two may the answer come?
fn on_stage<'lead, 'sub>(lead: &'lead Actor, sub: &'sub Actor) -> &'lead Actor {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(name: &str, ill: bool) -> Actor {
        Actor {
            name: String::from(name),
            ill,
        }
    }

    #[test]
    fn the_lead_plays_when_well() {
        let renata = actor("Renata", false);
        assert_eq!(evening(&renata, "Vito"), "tonight: Renata", "the poster");
    }

    #[test]
    fn the_substitute_plays_when_the_lead_is_ill() {
        let renata = actor("Renata", true);
        assert_eq!(evening(&renata, "Vito"), "tonight: Vito", "the poster");
    }

    #[test]
    fn whoever_plays_is_one_of_the_two_and_no_copy() {
        let (renata, vito) = (actor("Renata", true), actor("Vito", false));
        assert!(
            std::ptr::eq(on_stage(&renata, &vito), &vito),
            "somebody else than Vito stands on the stage"
        );
    }

    #[test]
    fn a_substitute_plays_even_when_ill_as_there_is_no_third() {
        let (renata, vito) = (actor("Renata", true), actor("Vito", true));
        assert_eq!(on_stage(&renata, &vito).name, "Vito", "the name on stage");
    }
}
