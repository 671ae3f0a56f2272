//! `split_at_mut` lends one list in two parts that cannot overlap, and answers
//! for it: inside are one check and one line of `unsafe`.
//! The compiler is stricter than need be: two numbers, two channels. But it does
//! not compare numbers. Given the same one twice, it would hand out two loans of
//! one channel, and each promises to be the only one: unsound.
//! Tempting: index the list. `list[0]` and `list[1]` both lend the whole list.
//! Another way: `get_disjoint_mut`. It takes any places, and compares them first.
//! To read on, offline: `rustup doc slice`.

struct Channel {
    level: u32,
}

struct Desk {
    channels: Vec<Channel>,
}

/// Given: what leaves one channel goes into the other, which holds 100 at most.
fn cross_fade(down: &mut Channel, up: &mut Channel, step: u32) {
    let moved = step.min(down.level).min(100 - up.level);
    down.level -= moved;
    up.level += moved;
}

impl Desk {
    fn channel(&mut self, number: usize) -> &mut Channel {
        &mut self.channels[number]
    }

    fn fade_over(&mut self, number: usize, step: u32) {
        // Two loans of two parts: up to `number`, and all that comes after it.
        let (left, right) = self.channels.split_at_mut(number + 1);
        cross_fade(&mut left[number], &mut right[0], step);
    }
}

fn main() {
    let (organ, bells) = (Channel { level: 80 }, Channel { level: 10 });
    let channels = vec![organ, bells];
    let mut desk = Desk { channels };
    desk.fade_over(0, 30);
    for channel in &desk.channels {
        println!("level {}", channel.level);
    }
}
