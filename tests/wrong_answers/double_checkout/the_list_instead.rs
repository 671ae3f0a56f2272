//! Lets `cross_fade` take the list and a number, so that one loan is enough.
//! refused: token fn cross_fade(down: &mut Channel, up: &mut Channel, step: u32)

struct Channel {
    level: u32,
}

struct Desk {
    channels: Vec<Channel>,
}

/// Given: what leaves one channel goes into the other, which holds 100 at most.
fn cross_fade(list: &mut [Channel], number: usize, step: u32) {
    let moved = step
        .min(list[number].level)
        .min(100 - list[number + 1].level);
    list[number].level -= moved;
    list[number + 1].level += moved;
}

impl Desk {
    fn channel(&mut self, number: usize) -> &mut Channel {
        &mut self.channels[number]
    }

    fn fade_over(&mut self, number: usize, step: u32) {
        cross_fade(&mut self.channels, number, step);
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
