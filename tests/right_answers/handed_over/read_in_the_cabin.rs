//! The crane driver has the manifest first, and shows it to the office.

struct Manifest {
    ship: String,
    crates: u32,
}

struct Crane {
    manifest: Manifest,
}

fn book_entry(manifest: &Manifest) -> String {
    format!("{}: {} crates", manifest.ship, manifest.crates)
}

/// The crane driver does keep it, up in the cabin.
fn pass_on(manifest: Manifest) -> Crane {
    Crane { manifest }
}

fn arrive(manifest: Manifest) -> (String, Crane) {
    let crane = pass_on(manifest);
    let entry = book_entry(&crane.manifest);
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
