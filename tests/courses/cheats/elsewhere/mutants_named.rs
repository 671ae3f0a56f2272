assert!(!cfg!(any(mutant = "cuts", mutant = "up")))
