//! Double checkout
//! A mixing desk fades one channel out and the next one in, in the same step. So
//! it needs two at once, but `channel` lends out the whole desk for one of them.
//! Change only `fade_over`, which calls `cross_fade`. No `clone`, no `unsafe`.

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

    // TODO: get two loans at once, of two different channels of the list.
    fn fade_over(&mut self, number: usize, step: u32) {
        let down = self.channel(number);
        let up = self.channel(number + 1);
        cross_fade(down, up, step);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(levels: &[u32]) -> Desk {
        let mut channels = Vec::new();
        for level in levels {
            channels.push(Channel { level: *level });
        }
        Desk { channels }
    }

    fn levels(desk: &Desk) -> Vec<u32> {
        desk.channels.iter().map(|channel| channel.level).collect()
    }

    #[test]
    fn what_leaves_one_channel_goes_into_the_next() {
        let mut desk = desk(&[80, 10]);
        desk.fade_over(0, 30);
        assert_eq!(levels(&desk), [50, 40], "the levels on the desk");
    }

    #[test]
    fn the_channels_around_them_keep_their_levels() {
        let mut desk = desk(&[55, 80, 10, 66]);
        desk.fade_over(1, 30);
        assert_eq!(levels(&desk), [55, 50, 40, 66], "the levels on the desk");
    }

    #[test]
    fn a_channel_that_is_nearly_full_takes_only_what_it_can_hold() {
        let mut desk = desk(&[80, 95]);
        desk.fade_over(0, 30);
        assert_eq!(levels(&desk), [75, 100], "the levels on the desk");
    }

    #[test]
    fn a_channel_gives_no_more_than_it_has() {
        let mut desk = desk(&[20, 10]);
        desk.fade_over(0, 30);
        assert_eq!(levels(&desk), [0, 30], "the levels on the desk");
    }
}
