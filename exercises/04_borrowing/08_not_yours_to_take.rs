//! Not yours to take
//! A nurse takes the note off a patient's chart and carries it to the doctor. The
//! chart stays at the bed, ready for the next note, with an empty one till then.
//! Change only `take_note`. Not allowed: `clone`.

struct Chart {
    bed: u32,
    note: String,
}

struct Ward {
    charts: Vec<Chart>,
}

// TODO: a lent chart must stay whole. What may be left in the note's place?
fn take_note(chart: &mut Chart) -> String {
    chart.note
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

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(bed: u32, note: &str) -> Chart {
        let note = String::from(note);
        Chart { bed, note }
    }

    #[test]
    fn the_nurse_comes_back_with_every_note() {
        let charts = vec![chart(1, "slept well"), chart(2, "no pain")];
        let notes = round(&mut Ward { charts });
        assert_eq!(notes, ["slept well", "no pain"], "the notes of the round");
    }

    #[test]
    fn the_chart_stays_at_the_bed_without_its_note() {
        let charts = vec![chart(4, "slept well")];
        let mut ward = Ward { charts };
        round(&mut ward);
        assert_eq!(ward.charts[0].bed, 4, "the bed of the chart");
        assert_eq!(ward.charts[0].note, "", "the note on the chart");
    }

    #[test]
    fn a_chart_can_have_another_note() {
        let charts = vec![chart(4, "slept well")];
        let mut ward = Ward { charts };
        round(&mut ward);
        ward.charts[0].note.push_str("hungry");
        let notes = round(&mut ward);
        assert_eq!(notes, ["hungry"], "the notes of the second round");
    }

    #[test]
    fn the_note_itself_is_carried_away_and_no_copy_of_it() {
        let mut full = chart(4, "slept well");
        let letters = full.note.as_ptr(); // where its letters lie in memory
        let note = take_note(&mut full);
        assert!(
            std::ptr::eq(note.as_ptr(), letters),
            "the note was written out a second time"
        );
    }

    #[test]
    fn a_chart_without_a_note_gives_an_empty_one() {
        let mut empty = chart(4, "");
        assert_eq!(take_note(&mut empty), "", "the note from an empty chart");
    }
}
