//! `take` gives you what is there and leaves an empty text in its place, all in
//! one step. Nothing is copied, and an empty `String` needs no memory.
//! The refusal was needed: the chart has an owner, who will free its note. If you
//! had it too, it would be freed twice. C lets that through.
//! Tempting: "`&mut` lets me do anything". You may change it, but leave it whole.
//! Another way: `std::mem::replace`, which leaves behind what you name.
//! To read on, offline: `rustup doc std::mem::take`.

struct Chart {
    bed: u32,
    note: String,
}

struct Ward {
    charts: Vec<Chart>,
}

fn take_note(chart: &mut Chart) -> String {
    // What is there comes out, an empty text goes in: the chart is always whole.
    std::mem::take(&mut chart.note)
}

/// Given: one round through the ward. It may change each chart, and keeps none.
fn round(ward: &mut Ward) -> Vec<String> {
    let mut notes = Vec::new();
    for chart in &mut ward.charts {
        let note = take_note(chart);
        notes.push(note);
    }
    notes
}

fn main() {
    let note = String::from("slept well");
    let chart = Chart { bed: 7, note };
    let charts = vec![chart];
    let mut ward = Ward { charts };
    println!("first round:  {:?}", round(&mut ward));
    println!("second round: {:?}", round(&mut ward));
}
