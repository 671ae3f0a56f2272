//! Two exercises of every kind: the solution passes, the starter shows what it should, wrong answers get their reason.
