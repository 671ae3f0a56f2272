//! rustc's JSON lines → diagnostics. Never fails: what it does not know is kept as text.

use serde_json::Value;

use super::diagnostic::{Diagnostic, Severity, Span, Suggestion};

/// What the compiler's error stream held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Messages {
    pub diagnostics: Vec<Diagnostic>,
    /// Lines that are no diagnostic: a panic of the compiler, a linker's words, a cut line.
    pub other: Vec<String>,
}

/// Reads a whole error stream. Summaries ("aborting due to …", "… warnings emitted", failure notes) are left out.
pub fn parse(stream: &str) -> Messages {
    let mut messages = Messages::default();
    for line in stream.lines().filter(|line| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) if value.get("message").is_some() => {
                let diagnostic = diagnostic(&value);
                if !is_summary(&value, &diagnostic) {
                    messages.diagnostics.push(diagnostic);
                }
            }
            Ok(value) if value.is_object() => {} // artifacts and other kinds of message
            _ => messages.other.push(line.to_owned()),
        }
    }
    messages
}

fn is_summary(value: &Value, diagnostic: &Diagnostic) -> bool {
    if value.get("level").and_then(Value::as_str) == Some("failure-note") {
        return true;
    }
    let counts = diagnostic.message.starts_with("aborting due to")
        || diagnostic.message.contains(" warning emitted")
        || diagnostic.message.contains(" warnings emitted");
    counts && diagnostic.spans.is_empty() && diagnostic.code.is_none()
}

fn diagnostic(value: &Value) -> Diagnostic {
    Diagnostic {
        level: severity(text(value, "level")),
        code: value
            .get("code")
            .and_then(|code| code.get("code"))
            .and_then(Value::as_str)
            .map(str::to_owned),
        message: text(value, "message").to_owned(),
        spans: list(value, "spans").map(span).collect(),
        children: list(value, "children").map(diagnostic).collect(),
        rendered: text(value, "rendered").to_owned(),
    }
}

fn severity(level: &str) -> Severity {
    match level {
        "warning" => Severity::Warning,
        "note" => Severity::Note,
        "help" => Severity::Help,
        // "error", "error: internal compiler error", and whatever may come: rather too strict than too mild.
        _ => Severity::Error,
    }
}

fn span(value: &Value) -> Span {
    Span {
        file: text(value, "file_name").to_owned(),
        line_start: number(value, "line_start"),
        line_end: number(value, "line_end"),
        column_start: number(value, "column_start"),
        column_end: number(value, "column_end"),
        primary: value
            .get("is_primary")
            .and_then(Value::as_bool)
            .unwrap_or(false),
        label: value
            .get("label")
            .and_then(Value::as_str)
            .map(str::to_owned),
        text: list(value, "text")
            .map(|line| text(line, "text").to_owned())
            .collect(),
        suggestion: suggestion(value),
        expansion: value
            .get("expansion")
            .and_then(|e| e.get("span"))
            .map(|inner| Box::new(span(inner))),
    }
}

fn suggestion(value: &Value) -> Option<Suggestion> {
    let replacement = value
        .get("suggested_replacement")
        .and_then(Value::as_str)?
        .to_owned();
    let machine_applicable = text(value, "suggestion_applicability") == "MachineApplicable";
    Some(Suggestion {
        replacement,
        machine_applicable,
    })
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

fn number(value: &Value, key: &str) -> usize {
    value
        .get(key)
        .and_then(Value::as_u64)
        .map_or(0, |n| usize::try_from(n).unwrap_or(usize::MAX))
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const E0425: &str = r#"{"$message_type":"diagnostic","message":"cannot find value `x`","code":{"code":"E0425","explanation":"long"},"level":"error","spans":[{"file_name":"a.rs","byte_start":1,"byte_end":2,"line_start":3,"line_end":3,"column_start":5,"column_end":6,"is_primary":true,"text":[{"text":"    x","highlight_start":5,"highlight_end":6}],"label":"not found","suggested_replacement":null,"expansion":null}],"children":[],"rendered":"error…"}"#;

    #[test]
    fn a_diagnostic_keeps_its_code_place_and_label() {
        let messages = parse(E0425);
        let error = &messages.diagnostics[0];
        assert_eq!(
            (error.level, error.code.as_deref()),
            (Severity::Error, Some("E0425"))
        );
        let span = &error.spans[0];
        assert_eq!(
            (span.line_start, span.column_start, span.primary),
            (3, 5, true)
        );
        assert_eq!(span.label.as_deref(), Some("not found"));
    }

    #[test]
    fn summaries_and_artifacts_are_left_out_and_other_text_is_kept() {
        let stream = format!(
            "{E0425}\n{}\n{}\n{}\nthread 'rustc' panicked\n{{\"message\": \"cut",
            r#"{"$message_type":"diagnostic","message":"aborting due to 1 previous error","code":null,"level":"error","spans":[],"children":[],"rendered":"x"}"#,
            r#"{"$message_type":"diagnostic","message":"For more information about this error","code":null,"level":"failure-note","spans":[],"children":[]}"#,
            r#"{"$message_type":"artifact","artifact":"a.d","emit":"dep-info"}"#,
        );
        let messages = parse(&stream);
        assert_eq!(messages.diagnostics.len(), 1);
        assert_eq!(
            messages.other,
            ["thread 'rustc' panicked", "{\"message\": \"cut"]
        );
    }

    #[test]
    fn unknown_levels_and_missing_fields_are_taken_as_errors_without_a_place() {
        let messages = parse(r#"{"message":"new","level":"catastrophe","future":[1]}"#);
        assert_eq!(messages.diagnostics[0].level, Severity::Error);
        assert_eq!(messages.diagnostics[0].spans, []);
    }

    #[test]
    fn a_line_of_ten_megabytes_is_read() {
        let long = E0425.replace("not found", &"x".repeat(10_000_000));
        assert_eq!(parse(&long).diagnostics.len(), 1);
    }

    #[test]
    fn every_file_and_every_macro_on_the_way_is_kept() {
        let call = r#"{"span":{"file_name":"b.rs","line_start":9,"is_primary":false},"macro_decl_name":"m!"}"#;
        let text = E0425.replace("\"expansion\":null", &format!("\"expansion\":{call}"));
        let second = r#"{"file_name":"c.rs","line_start":4,"is_primary":true}"#;
        let text = text.replace("\"spans\":[", &format!("\"spans\":[{second},"));
        let spans = &parse(&text).diagnostics[0].spans;
        let files: Vec<&str> = spans.iter().map(|span| span.file.as_str()).collect();
        assert_eq!(files, ["c.rs", "a.rs"]);
        let call = spans[1].expansion.as_ref().expect("it came from a macro");
        assert_eq!((call.file.as_str(), call.line_start), ("b.rs", 9));
    }

    /// Anything that may stand where a field is awaited.
    fn anything() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
            Just(serde_json::json!([])),
            Just(serde_json::json!([[], {}, 1, "x"])),
            Just(serde_json::json!({ "span": 1, "code": [] })),
        ]
    }

    /// All places of a value, as JSON pointers.
    fn places(value: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        match value {
            Value::Object(fields) => fields
                .iter()
                .for_each(|(key, inner)| places(inner, &format!("{at}/{key}"), found)),
            Value::Array(items) => (0..items.len())
                .for_each(|index| places(&items[index], &format!("{at}/{index}"), found)),
            _ => {}
        }
    }

    proptest! {
        #[test]
        fn a_field_that_is_anything_else_spoils_nothing_beside_it(
            which in any::<prop::sample::Index>(),
            new in anything(),
        ) {
            let mut value: Value = serde_json::from_str(E0425).expect("JSON");
            let mut all = Vec::new();
            places(&value, "", &mut all);
            let place = all.swap_remove(which.index(all.len()));
            *value.pointer_mut(&place).expect("it is there") = new;
            let stream = format!("{value}\n{E0425}\n");
            let messages = parse(&stream);
            // The line after it is read as ever, whatever became of this one.
            let last = messages.diagnostics.last().expect("the second line");
            prop_assert_eq!(last, &parse(E0425).diagnostics[0]);
            if !place.is_empty() {
                prop_assert_eq!(messages.diagnostics.len(), 2);
            }
        }

        #[test]
        fn a_stream_that_is_cut_keeps_all_that_was_whole(cut in 0usize..3 * (E0425.len() + 1)) {
            let stream = format!("{E0425}\n").repeat(3);
            let messages = parse(&String::from_utf8_lossy(&stream.as_bytes()[..cut]));
            // A line is whole without the end of line after it.
            let whole = (cut + 1) / (E0425.len() + 1);
            prop_assert_eq!(messages.diagnostics.len(), whole);
            let rest = cut > whole * (E0425.len() + 1);
            prop_assert_eq!(messages.other.len(), usize::from(rest));
        }

        #[test]
        fn bytes_of_any_kind_between_two_errors_are_kept_as_text(bytes: Vec<u8>) {
            let mut stream = format!("{E0425}\n").into_bytes();
            stream.extend(bytes.iter().filter(|byte| !matches!(byte, b'\n' | b'\r')));
            stream.extend(format!("\n{E0425}\n").bytes());
            let messages = parse(&String::from_utf8_lossy(&stream));
            prop_assert_eq!(messages.diagnostics.len(), 2);
        }

        #[test]
        fn no_stream_makes_it_fail(stream in ".*", cut in 0usize..700) {
            parse(&stream);
            let mut cut = cut.min(E0425.len());
            while !E0425.is_char_boundary(cut) { cut -= 1; }
            parse(&E0425[..cut]);
        }
    }
}
