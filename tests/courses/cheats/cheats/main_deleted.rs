//! The program that is to print is not there any more.
//! refused: error E0601
//! exercise: bill
// It had called itself tutor_main.

fn bill(coffees: u32) -> String {
    format!("{coffees} coffees: {}", coffees * 5 / 2)
}
