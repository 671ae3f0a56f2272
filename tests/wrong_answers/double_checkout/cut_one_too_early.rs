//! The cut is made before the channel, and not behind it.
//! refused: test what_leaves_one_channel_goes_into_the_next

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
        let (left, right) = self.channels.split_at_mut(number);
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
