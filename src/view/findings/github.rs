//! Findings as annotations: GitHub shows each at its line of a pull request.

use crate::verify::report::Report;

/// One workflow command for each finding. `folder` is the way from the repository's top to the course, empty or with a
/// `/` at its end.
pub fn annotations(report: &Report, folder: &str) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        text.push_str(&format!(
            "::error file={},line={},title={}::{}\n",
            property(&format!("{folder}{}", finding.place.path)),
            finding.place.line,
            property(&format!("{} {}", finding.rule.id(), finding.rule.about())),
            data(&format!("{} {}", finding.what, finding.remedy)),
        ));
    }
    text
}

/// What stands after the second `::`.
fn data(text: &str) -> String {
    let escaped = text
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A");
    escaped.chars().filter(|c| !c.is_control()).collect()
}

/// The value of a property: it ends at a comma or a colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
