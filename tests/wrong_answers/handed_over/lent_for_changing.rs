//! Lends the manifest for changing, to be on the safe side.
//! refused: token &mut

struct Manifest {
    ship: String,
    crates: u32,
}

struct Crane {
    manifest: Manifest,
}

fn book_entry(manifest: &mut Manifest) -> String {
    format!("{}: {} crates", manifest.ship, manifest.crates)
}

/// The crane driver does keep it, up in the cabin.
fn pass_on(manifest: Manifest) -> Crane {
    Crane { manifest }
}

fn arrive(manifest: Manifest) -> (String, Crane) {
    let mut manifest = manifest;
    let entry = book_entry(&mut manifest);
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
