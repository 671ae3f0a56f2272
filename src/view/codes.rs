//! Error codes in plain words, for learners who are to choose between them.

/// What a program does that gets this code, and the same in three or four words.
pub fn about(code: &str) -> Option<(&'static str, &'static str)> {
    let found = TABLE.iter().find(|(known, ..)| *known == code);
    found.map(|(_, long, short)| (*long, *short))
}

#[rustfmt::skip]
const TABLE: [(&str, &str, &str); 45] = [
    ("E0004", "leaves a case out of a `match`", "a case left out"),
    ("E0005", "a `let` whose pattern may not fit", "a pattern may not fit"),
    ("E0015", "calls in a constant what only a run can do", "not for constants"),
    ("E0023", "a pattern with another number of places", "places in a pattern"),
    ("E0027", "a pattern that leaves a field out", "a field left out"),
    ("E0038", "a trait that cannot stand behind `dyn`", "not behind `dyn`"),
    ("E0040", "calls `drop` by hand", "`drop` by hand"),
    ("E0046", "leaves out what a trait asks for", "a method left out"),
    ("E0053", "another signature than the trait asks for", "another signature"),
    ("E0061", "another number of arguments", "number of arguments"),
    ("E0063", "makes a value without one of its fields", "a field missing"),
    ("E0072", "a type that contains itself", "contains itself"),
    ("E0106", "a reference without a named lifetime", "lifetime not named"),
    ("E0133", "something unsafe outside an `unsafe` block", "unsafe outside a block"),
    ("E0203", "more than one unsized bound", "unsized bounds"),
    ("E0204", "asks for `Copy` where something cannot be copied", "cannot be `Copy`"),
    ("E0277", "a type lacks a trait that is asked for", "a trait is lacking"),
    ("E0282", "nothing says which type is meant", "type not known"),
    ("E0283", "several types would fit, and nothing says which", "type not settled"),
    ("E0308", "a value of one type where another is wanted", "another type wanted"),
    ("E0369", "an operator that the type does not have", "no such operator"),
    ("E0373", "a closure that may outlive what it borrows", "closure lives longer"),
    ("E0381", "reads a name that has no value yet", "no value yet"),
    ("E0382", "uses a value that was given away", "given away"),
    ("E0384", "gives a second value to a name without `mut`", "set a second time"),
    ("E0425", "a name that is not known", "name not known"),
    ("E0432", "imports what is not there", "import not found"),
    ("E0433", "a path that leads nowhere", "path not found"),
    ("E0451", "writes a private field", "private field"),
    ("E0499", "two at once may change the same value", "two may change it"),
    ("E0502", "one may change a value while another still reads it", "change and read"),
    ("E0503", "uses a value that is lent out for changing", "used while lent out"),
    ("E0505", "gives a value away while it is lent out", "given away while lent"),
    ("E0506", "overwrites a value that is lent out", "overwritten while lent out"),
    ("E0507", "takes something out of what is only lent", "taken out of a loan"),
    ("E0515", "returns a loan of what ends with the function", "loan of a local"),
    ("E0521", "something lent is kept for too long", "kept for too long"),
    ("E0594", "changes what may only be read", "changed, not `mut`"),
    ("E0596", "lends for changing what may only be read", "lent for changing, not `mut`"),
    ("E0597", "a value ends while it is still lent out", "ends while lent out"),
    ("E0599", "calls a method that the type does not have", "no such method"),
    ("E0603", "uses what is private", "private"),
    ("E0616", "reads a private field", "private field"),
    ("E0700", "returns a loan that the signature hides", "hidden loan"),
    ("E0716", "lends out a value that nobody keeps", "nobody keeps it"),
];
