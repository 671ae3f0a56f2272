//! A walk through the list lends each channel once: two steps, two loans.

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
        let mut walk = self.channels.iter_mut().skip(number);
        if let (Some(down), Some(up)) = (walk.next(), walk.next()) {
            cross_fade(down, up, step);
        }
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
