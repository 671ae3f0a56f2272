//! Any list will do. The conflict is between two lines about a list of one's own.
//! refused: token mut

fn main() {
    let mut seconds = vec![312, 318, 325];
    // TODO from here
    let mut late = vec![401];
    let first = &late[0];
    late.push(417); //~ E0502
    println!("the first late one took {first} s");
    seconds.push(331);

    // TODO to here
    println!("{} runners are in", seconds.len());
    println!("all times: {seconds:?}");
}
