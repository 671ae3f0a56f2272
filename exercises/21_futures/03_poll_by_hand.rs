//! Poll by hand
//! A tea draws for some minutes, and the cook looks once a minute. Such a
//! value is a `Future`, and a look is a `poll`. Write `poll` for `Tea`: while
//! minutes are left, a look uses one up and finds the tea `Pending`; after that it
//! is `Ready`, with words like "the green tea is ready". Change only the `impl`.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

struct Tea {
    sort: String,
    minutes_left: u32,
}

// TODO: a `Future` promises to have one function, and it is missing.
impl Future for Tea {
    type Output = String;
}

/// Given: one look at the tea. `Pin::new(tea)` is a `&mut Tea` and a promise: the
/// tea will not be moved meanwhile. `cx` brings a waker, for futures that call
/// when they are ready; this cook looks without being called, so it does nothing.
fn look(tea: &mut Tea) -> Poll<String> {
    let mut cx = Context::from_waker(Waker::noop());
    Pin::new(tea).poll(&mut cx)
}

fn main() {
    let mut tea = Tea {
        sort: String::from("green"),
        minutes_left: 2,
    };
    for minute in 0..3 {
        println!("minute {minute}: {:?}", look(&mut tea));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::pin;

    fn tea(sort: &str, minutes_left: u32) -> Tea {
        let sort = String::from(sort);
        Tea { sort, minutes_left }
    }

    fn ready(text: &str) -> Poll<String> {
        Poll::Ready(String::from(text))
    }

    #[test]
    fn while_minutes_are_left_the_tea_is_pending() {
        let mut green = tea("green", 2);
        assert_eq!(look(&mut green), Poll::Pending, "the first look");
        assert_eq!(look(&mut green), Poll::Pending, "the second look");
    }

    #[test]
    fn each_look_uses_one_minute_up() {
        let mut green = tea("green", 2);
        let _ = look(&mut green);
        assert_eq!(green.minutes_left, 1, "minutes left after one look");
    }

    #[test]
    fn the_look_after_the_last_minute_finds_it_ready() {
        let mut black = tea("black", 3);
        for _ in 0..3 {
            let _ = look(&mut black);
        }
        let words = ready("the black tea is ready");
        assert_eq!(look(&mut black), words, "the fourth look at a black tea");
    }

    #[test]
    fn a_tea_with_no_minutes_left_is_ready_at_once() {
        let words = ready("the mint tea is ready");
        assert_eq!(look(&mut tea("mint", 0)), words, "the first look");
    }

    #[test]
    fn async_code_can_await_a_tea() {
        let mut cx = Context::from_waker(Waker::noop());
        let mut breakfast = pin!(async {
            let words = tea("white", 1).await;
            format!("{words}, and so is the bread")
        });
        let first = breakfast.as_mut().poll(&mut cx);
        assert_eq!(first, Poll::Pending, "breakfast after one look");
        let second = breakfast.as_mut().poll(&mut cx);
        let words = ready("the white tea is ready, and so is the bread");
        assert_eq!(second, words, "breakfast after two looks");
    }
}
