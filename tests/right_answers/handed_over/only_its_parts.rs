//! The office asks for the two parts that it reads.

struct Manifest {
    ship: String,
    crates: u32,
}

struct Crane {
    manifest: Manifest,
}

fn book_entry(ship: &str, crates: u32) -> String {
    format!("{ship}: {crates} crates")
}

/// The crane driver does keep it, up in the cabin.
fn pass_on(manifest: Manifest) -> Crane {
    Crane { manifest }
}

fn arrive(manifest: Manifest) -> (String, Crane) {
    let entry = book_entry(&manifest.ship, manifest.crates);
    let crane = pass_on(manifest);
    (entry, crane)
}

fn main() {
    let alder = Manifest {
        ship: String::from("Alder"),
        crates: 12,
    };
    let (entry, crane) = arrive(alder);
    println!("book:  {entry}");
    println!("crane: {} crates to lift", crane.manifest.crates);
}
