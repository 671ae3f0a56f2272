//! A new chart without a note takes the place of the old one, which gives its note away.

struct Chart {
    bed: u32,
    note: String,
}

struct Ward {
    charts: Vec<Chart>,
}

fn take_note(chart: &mut Chart) -> String {
    let bed = chart.bed;
    let note = String::new();
    std::mem::replace(chart, Chart { bed, note }).note
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
