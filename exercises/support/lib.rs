//! Small instruments that the exercises share. Nothing here is magic: it is one
//! file of plain Rust, made for reading once you are curious.
//!
//! * counting: [`allocs`] (pieces of memory asked for), [`step`] and [`steps`]
//!   (whatever an exercise counts), [`budget`] (what a test has spent);
//! * watching: [`DropLog`] (who was dropped, and when), [`deadline`] (a wait that
//!   has an end);
//! * waiting without waiting: [`run`] drives a future to its end, on a clock that
//!   nobody has to sit out. [`nap`], [`now`], [`work`] and [`blocking`] use that
//!   clock; [`join`], [`join_all`], [`race`], [`timeout`], [`spawn`] and [`pool`]
//!   let several things go on at the same time.

use std::alloc::{GlobalAlloc, Layout, System};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::Duration;

// ------------------------------------------------------------------ counting

thread_local! {
    static ALLOCS: Cell<usize> = const { Cell::new(0) };
    static STEPS: Cell<u64> = const { Cell::new(0) };
    static SPENT: RefCell<BTreeMap<String, u64>> = const { RefCell::new(BTreeMap::new()) };
}

/// The system's own allocator, with a counter before it.
struct Meter;

#[global_allocator]
static METER: Meter = Meter;

fn count_one() {
    // While a thread ends its counter may be gone; then nobody asks for it either.
    let _ = ALLOCS.try_with(|count| count.set(count.get() + 1));
}

// SAFETY: every call goes on to the system's allocator, unchanged.
unsafe impl GlobalAlloc for Meter {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count_one();
        // SAFETY: the caller keeps the promises that `System` asks for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count_one();
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count_one();
        // SAFETY: as above.
        unsafe { System.realloc(old, layout, size) }
    }

    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(old, layout) }
    }
}

/// Runs `f`, and says how many pieces of heap memory it asked for on this thread.
/// A list that grows asks again, so growing counts too. Freeing does not.
pub fn allocs<T>(f: impl FnOnce() -> T) -> (T, usize) {
    let before = ALLOCS.get();
    let value = f();
    (value, ALLOCS.get() - before)
}

/// Counts one step. Exercises call it where the work is done that they measure.
pub fn step() {
    STEPS.set(STEPS.get() + 1);
}

/// Runs `f`, and says how many steps it took on this thread.
pub fn steps<T>(f: impl FnOnce() -> T) -> (T, u64) {
    let before = STEPS.get();
    let value = f();
    (value, STEPS.get() - before)
}

/// Writes down what a test has spent. Of several amounts for one name the largest
/// counts.
pub fn budget(name: &'static str, amount: u64) {
    record(name.to_owned(), amount);
}

fn record(name: String, amount: u64) {
    SPENT.with_borrow_mut(|spent| {
        let worst = spent.entry(name).or_default();
        *worst = amount.max(*worst);
    });
}

/// Takes what this thread has written down with [`budget`], ordered by name.
pub fn spent() -> Vec<(String, u64)> {
    SPENT.take().into_iter().collect()
}

// ------------------------------------------------------------------ watching

/// A notebook in which values write their names when they are dropped. A clone
/// of it is the same notebook, and it may be used from several threads.
#[derive(Clone, Debug, Default)]
pub struct DropLog {
    lines: Arc<Mutex<Vec<String>>>,
}

impl DropLog {
    pub fn new() -> DropLog {
        DropLog::default()
    }

    /// A value that writes `name` down when it is dropped.
    pub fn guard(&self, name: impl Into<String>) -> DropGuard {
        DropGuard {
            log: self.clone(),
            name: name.into(),
        }
    }

    /// Writes one line at once.
    pub fn note(&self, text: impl Into<String>) {
        locked(&self.lines).push(text.into());
    }

    /// Everything that was written down so far.
    pub fn lines(&self) -> Vec<String> {
        locked(&self.lines).clone()
    }
}

/// Made by [`DropLog::guard`].
#[derive(Debug)]
pub struct DropGuard {
    log: DropLog,
    name: String,
}

impl Drop for DropGuard {
    fn drop(&mut self) {
        self.log.note(std::mem::take(&mut self.name));
    }
}

const PIECES_A_SECOND: u64 = 10;
const PIECE: Duration = Duration::from_millis(100);

/// Runs `f` on a thread of its own, and returns what it returns. When it is not
/// over after `seconds`, this panics: better a test that fails than one that
/// hangs. A panic in `f` is passed on.
#[track_caller]
pub fn deadline<T, F>(seconds: u64, f: F) -> T
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let (done, wait) = mpsc::channel();
    let mut builder = thread::Builder::new();
    if let Some(name) = thread::current().name() {
        builder = builder.name(name.to_owned()); // a panic names the test, as usual
    }
    let thread = builder
        .spawn(move || {
            let outcome = catch_unwind(AssertUnwindSafe(f));
            let _ = done.send((outcome, spent()));
        })
        .expect("this computer cannot start another thread now");
    match in_pieces(seconds, |piece| wait.recv_timeout(piece)) {
        Ok((outcome, spent)) => {
            let _ = thread.join();
            for (name, amount) in spent {
                record(name, amount);
            }
            outcome.unwrap_or_else(|panic| resume_unwind(panic))
        }
        Err(RecvTimeoutError::Timeout) => panic!(
            "stopped after {seconds} s: a lock nobody releases, a future nobody wakes, \
             a message nobody sends, or a loop without an end"
        ),
        Err(RecvTimeoutError::Disconnected) => panic!("the thread ended without an answer"),
    }
}

/// Waits for so many seconds, piece by piece. A computer that stands still for a
/// while uses up one piece by that, and not the whole time of those who wait.
fn in_pieces<T>(
    seconds: u64,
    wait: impl Fn(Duration) -> Result<T, RecvTimeoutError>,
) -> Result<T, RecvTimeoutError> {
    for _ in 1..seconds * PIECES_A_SECOND {
        match wait(PIECE) {
            Err(RecvTimeoutError::Timeout) => {}
            end => return end,
        }
    }
    wait(PIECE)
}

/// Locks, even when another thread panicked while it held the lock: what is kept
/// here is never left half done.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

// --------------------------------------------- waiting without waiting: the world
//
// One call of `run` is one small world with a clock of its own. The clock stands
// still while anything can be done, and then jumps to the next moment for which
// somebody has set an alarm. So half an hour passes in no time, and the same
// program takes the same number of milliseconds in every run.
//
// A task is a future that somebody drives. It is polled when it begins, and then
// again only after its waker was called: just as in the runtimes used at work.

type Local = Pin<Box<dyn Future<Output = ()>>>;
type Movable = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The number of the future that `run` was called with.
const MAIN: u64 = 0;
/// So many polls without the clock moving on: somebody wakes itself in a circle.
const IN_A_CIRCLE: u32 = 50_000;
/// So many polls altogether: this world will never end.
const TOO_MANY: u32 = 250_000;
/// How long to wait for a thread outside that still keeps a waker.
const PATIENCE: Duration = Duration::from_secs(2);

struct World {
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Default)]
struct State {
    /// The time of whoever is at work just now, and when this poll began.
    now: u64,
    since: u64,
    /// Counts everything that needs a place in a queue.
    order: u64,
    /// When, in which order: whom to wake.
    alarms: BTreeMap<(u64, u64), Waker>,
    /// Since when, in which order: who was woken and wants to be polled.
    ready: BTreeMap<(u64, u64), u64>,
    /// Tasks given to a pool that its workers have not seen yet.
    newcomers: Vec<(u64, Movable)>,
    /// How many wakers are kept by handles, waiting for a task to end.
    waiting_for_tasks: usize,
    open: bool,
}

impl State {
    fn next_order(&mut self) -> u64 {
        self.order += 1;
        self.order
    }

    fn enqueue(&mut self, task: u64) {
        let place = (self.now, self.next_order());
        self.ready.insert(place, task);
    }

    fn begin_poll(&mut self, time: u64) {
        (self.now, self.since) = (time, time);
    }

    fn one_handle_less(&mut self) {
        self.waiting_for_tasks = self.waiting_for_tasks.saturating_sub(1);
    }
}

impl World {
    fn new() -> Arc<World> {
        Arc::new(World {
            state: Mutex::default(),
            bell: Condvar::new(),
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        locked(&self.state)
    }
}

/// What a waker of this world does: it puts its task into the queue, once.
struct Wakeup {
    task: u64,
    queued: AtomicBool,
    world: Arc<World>,
}

impl Wakeup {
    fn new(task: u64, world: &Arc<World>) -> Arc<Wakeup> {
        Arc::new(Wakeup {
            task,
            queued: AtomicBool::new(true), // a task begins in the queue
            world: Arc::clone(world),
        })
    }
}

impl Wake for Wakeup {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if !self.queued.swap(true, Ordering::SeqCst) {
            self.world.state().enqueue(self.task);
            self.world.bell.notify_all();
        }
    }
}

/// Where a piece of code runs: in which world, and on its first thread or on a
/// worker of a pool.
struct Place {
    world: Arc<World>,
    worker: bool,
}

thread_local! {
    static PLACE: RefCell<Option<Place>> = const { RefCell::new(None) };
    /// Tasks that `spawn` has made on this thread and nobody has seen yet.
    static LOCAL_NEWCOMERS: RefCell<Vec<(u64, Local)>> = const { RefCell::new(Vec::new()) };
    /// Virtual milliseconds of work on a thread that is in no world.
    static WORKED: Cell<u64> = const { Cell::new(0) };
}

fn world() -> Option<Arc<World>> {
    PLACE.with_borrow(|place| place.as_ref().map(|place| Arc::clone(&place.world)))
}

/// Leaves the world again at its end, in a panic too.
struct Visit;

impl Visit {
    fn enter(world: &Arc<World>, worker: bool) -> Visit {
        PLACE.set(Some(Place {
            world: Arc::clone(world),
            worker,
        }));
        Visit
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        PLACE.set(None);
    }
}

// ------------------------------------------------------------------ the clock

/// The time in this world, in milliseconds since [`run`] began.
pub fn now() -> u64 {
    world().map_or_else(|| WORKED.get(), |world| world.state().now)
}

/// Keeps this thread busy for `ms` of the clock, without a pause in which others
/// could go on. This is how an exercise plays a long calculation or a call that
/// blocks.
pub fn work(ms: u64) {
    match world() {
        Some(world) => world.state().now += ms,
        None => WORKED.set(WORKED.get() + ms),
    }
}

/// Does nothing for `ms`, and lets others go on meanwhile. Lazy, as all futures
/// are: the time begins when it is awaited. (Outside of [`run`] no clock goes: a
/// nap is pending at its first poll and over at its second. That is handy for
/// polling by hand.)
pub fn nap(ms: u64) -> Nap {
    Nap {
        ms,
        alarm: Alarm::NotSet,
    }
}

/// Made by [`nap`].
#[must_use = "a nap does nothing until it is awaited"]
pub struct Nap {
    ms: u64,
    alarm: Alarm,
}

enum Alarm {
    NotSet,
    Set { world: Arc<World>, at: (u64, u64) },
    ByHand,
    Over,
}

impl Future for Nap {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        match &self.alarm {
            Alarm::NotSet => {
                self.alarm = match world() {
                    Some(_) if self.ms == 0 => Alarm::Over,
                    Some(world) => {
                        let mut state = world.state();
                        let at = (state.now + self.ms, state.next_order());
                        state.alarms.insert(at, cx.waker().clone());
                        drop(state);
                        Alarm::Set { world, at }
                    }
                    None => Alarm::ByHand,
                };
            }
            Alarm::Set { world, at } => {
                let mut state = world.state();
                if state.now < at.0 {
                    state.alarms.insert(*at, cx.waker().clone());
                } else {
                    state.alarms.remove(at);
                    drop(state);
                    self.alarm = Alarm::Over;
                }
            }
            Alarm::ByHand => self.alarm = Alarm::Over,
            Alarm::Over => {}
        }
        match self.alarm {
            Alarm::Over => Poll::Ready(()),
            _ => Poll::Pending,
        }
    }
}

impl Drop for Nap {
    fn drop(&mut self) {
        if let Alarm::Set { world, at } = &self.alarm {
            world.state().alarms.remove(at);
        }
    }
}

/// Runs `f` on a thread made for it, so that this one can go on with other tasks
/// while `f` is busy. (Runtimes call it `spawn_blocking`.) What `f` spends with
/// [`work`] passes on the clock here, but nobody is kept waiting by it.
pub async fn blocking<T, F>(f: F) -> T
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    let thread = thread::spawn(move || (f(), WORKED.get()));
    let (value, ms) = thread.join().unwrap_or_else(|panic| resume_unwind(panic));
    nap(ms).await;
    value
}

/// Steps aside once: whoever else is ready goes first.
pub async fn yield_now() {
    let mut stepped_aside = false;
    poll_fn(|cx| {
        if stepped_aside {
            return Poll::Ready(());
        }
        stepped_aside = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

// ------------------------------------------------------------ several at a time

/// Drives both futures in turn, and returns both results when both are there.
pub async fn join<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut first, mut second) = (None, None);
    poll_fn(|cx| {
        poll_once_more(a.as_mut(), &mut first, cx);
        poll_once_more(b.as_mut(), &mut second, cx);
        match (first.take(), second.take()) {
            (Some(x), Some(y)) => Poll::Ready((x, y)),
            (x, y) => {
                (first, second) = (x, y);
                Poll::Pending
            }
        }
    })
    .await
}

/// [`join`] for a whole list. The results stand in the order of the futures.
pub async fn join_all<F: Future>(futures: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<_> = futures
        .into_iter()
        .map(|future| (Box::pin(future), None))
        .collect();
    poll_fn(|cx| {
        for (future, value) in &mut all {
            poll_once_more(future.as_mut(), value, cx);
        }
        if all.iter().all(|(_, value)| value.is_some()) {
            Poll::Ready(
                all.iter_mut()
                    .filter_map(|(_, value)| value.take())
                    .collect(),
            )
        } else {
            Poll::Pending
        }
    })
    .await
}

/// Polls a future that has no value yet. A future that is over is left alone: it
/// must never be polled again.
fn poll_once_more<F: Future>(
    future: Pin<&mut F>,
    value: &mut Option<F::Output>,
    cx: &mut Context<'_>,
) {
    if value.is_none()
        && let Poll::Ready(ready) = future.poll(cx)
    {
        *value = Some(ready);
    }
}

/// Who was first in a [`race`], and with which value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Winner<A, B> {
    First(A),
    Second(B),
}

/// Drives both futures until one of them is over. The other one is dropped where
/// it stands: it is cancelled. When both are over at once, the first one wins.
pub async fn race<A: Future, B: Future>(a: A, b: B) -> Winner<A::Output, B::Output> {
    let (mut a, mut b) = (pin!(a), pin!(b));
    poll_fn(|cx| {
        if let Poll::Ready(value) = a.as_mut().poll(cx) {
            return Poll::Ready(Winner::First(value));
        }
        b.as_mut().poll(cx).map(Winner::Second)
    })
    .await
}

/// What `future` returns, or `None` when it takes longer than `ms`. Then it is
/// dropped where it stands. (Both in the same millisecond: the future wins.)
pub async fn timeout<F: Future>(ms: u64, future: F) -> Option<F::Output> {
    match race(future, nap(ms)).await {
        Winner::First(value) => Some(value),
        Winner::Second(()) => None,
    }
}

/// The other end of a task. Await it for the task's value; drop it, and the task
/// goes on by itself.
pub struct JoinHandle<T> {
    slot: Arc<Mutex<Slot<T>>>,
    world: Arc<World>,
}

struct Slot<T> {
    value: Option<T>,
    over: bool,
    waiter: Option<Waker>,
}

impl<T> JoinHandle<T> {
    fn new(world: &Arc<World>) -> JoinHandle<T> {
        JoinHandle {
            slot: Arc::new(Mutex::new(Slot {
                value: None,
                over: false,
                waiter: None,
            })),
            world: Arc::clone(world),
        }
    }

    /// Whether the task is over.
    pub fn is_finished(&self) -> bool {
        locked(&self.slot).over
    }
}

/// The task's side of a handle: drives the future, then hands its value over.
async fn deliver<F: Future>(future: F, slot: Arc<Mutex<Slot<F::Output>>>, world: Arc<World>) {
    let value = future.await;
    end_of_work(&world).await;
    let waiter = {
        let mut slot = locked(&slot);
        slot.value = Some(value);
        slot.over = true;
        slot.waiter.take()
    };
    if let Some(waiter) = waiter {
        world.state().one_handle_less();
        waiter.wake();
    }
}

/// A worker that has worked until 20 ms has its value at 20 ms and not before, even
/// if others are still at 10 ms.
async fn end_of_work(world: &World) {
    let at = {
        let mut state = world.state();
        if state.now == state.since {
            return;
        }
        (state.now, state.next_order())
    };
    poll_fn(|cx| {
        let mut state = world.state();
        if state.since >= at.0 {
            return Poll::Ready(());
        }
        state.alarms.insert(at, cx.waker().clone());
        Poll::Pending
    })
    .await;
}

impl<T> Future for JoinHandle<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let mut slot = locked(&self.slot);
        if slot.over {
            return Poll::Ready(
                slot.value
                    .take()
                    .expect("a task has only one value to give"),
            );
        }
        if slot.waiter.replace(cx.waker().clone()).is_none() {
            self.world.state().waiting_for_tasks += 1;
        }
        Poll::Pending
    }
}

impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        if locked(&self.slot).waiter.take().is_some() {
            self.world.state().one_handle_less();
        }
    }
}

/// Starts a task that goes on beside this one, on the same thread. It is polled
/// for the first time when this one waits for something. When the world of [`run`]
/// ends, a task that is not over is dropped.
#[track_caller]
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
{
    let (world, worker) = PLACE
        .with_borrow(|place| place.as_ref().map(|p| (Arc::clone(&p.world), p.worker)))
        .expect("`support::spawn` has nobody to run the task: call it inside `support::run`");
    assert!(
        !worker,
        "`support::spawn` keeps its task on one thread, and this is a worker of a pool: \
         give the task to the pool"
    );
    let handle = JoinHandle::new(&world);
    let task = deliver(future, Arc::clone(&handle.slot), Arc::clone(&world));
    let mut state = world.state();
    let id = state.next_order();
    state.enqueue(id);
    drop(state);
    LOCAL_NEWCOMERS.with_borrow_mut(|tasks| tasks.push((id, Box::pin(task))));
    handle
}

/// A pool of worker threads, for tasks that may go on with any of them.
///
/// It asks for what every such pool asks for: a task must own what it uses
/// (`'static`) and everything that it keeps over an `.await` must be allowed to
/// change threads (`Send`). Unlike others, its workers take turns: only one of
/// them is at work at a time, so that every run goes the same way. On the clock
/// they work side by side all the same.
#[track_caller]
pub fn pool(workers: usize) -> Pool {
    assert!(workers > 0, "a pool needs at least one worker");
    Pool {
        world: World::new(),
        workers,
    }
}

/// Made by [`pool`]. A clone is the same pool.
#[derive(Clone)]
pub struct Pool {
    world: Arc<World>,
    workers: usize,
}

impl Pool {
    /// Gives a task to the pool. The workers are there while [`Pool::run`] runs.
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let handle = JoinHandle::new(&self.world);
        let task = deliver(future, Arc::clone(&handle.slot), Arc::clone(&self.world));
        let mut state = self.world.state();
        let id = state.next_order();
        state.newcomers.push((id, Box::pin(task)));
        state.enqueue(id);
        drop(state);
        self.world.bell.notify_all();
        handle
    }

    /// As [`run`], with the workers of this pool for its tasks. `future` itself
    /// stays on this thread. Tasks that are not over at the end are dropped.
    #[track_caller]
    pub fn run<F: Future>(&self, future: F) -> (F::Output, u64) {
        drive(&self.world, self.workers, future)
    }
}

// ------------------------------------------------------------------ the engine

/// Drives `future` to its end on this thread, and says how many milliseconds that
/// took on the clock of its world. It panics when nobody can ever wake `future`.
#[track_caller]
pub fn run<F: Future>(future: F) -> (F::Output, u64) {
    drive(&World::new(), 0, future)
}

struct Task {
    /// Not here while a worker polls it. The main future is never here.
    future: Option<Body>,
    wakeup: Arc<Wakeup>,
}

enum Body {
    Local(Local),
    Movable(Movable),
}

#[track_caller]
fn drive<F: Future>(world: &Arc<World>, workers: usize, future: F) -> (F::Output, u64) {
    assert!(
        self::world().is_none(),
        "a world inside a world: this code is already being run, so use `.await` instead"
    );
    let mut engine = Engine::start(world, workers);
    let mut main = pin!(future);
    loop {
        let (id, start) = engine.next();
        let Some(task) = engine.tasks.get_mut(&id) else {
            continue; // it is over; somebody had kept an old waker
        };
        task.wakeup.queued.store(false, Ordering::SeqCst);
        let waker = Waker::from(Arc::clone(&task.wakeup));
        let mut cx = Context::from_waker(&waker);
        if id == MAIN {
            world.state().begin_poll(start);
            let _visit = Visit::enter(world, false);
            let polled = main.as_mut().poll(&mut cx);
            let now = world.state().now;
            if let Poll::Ready(value) = polled {
                return (value, now);
            }
            engine.here_free_at = now;
        } else {
            engine.poll_task(id, start, &mut cx);
        }
    }
}

struct Engine {
    world: Arc<World>,
    tasks: HashMap<u64, Task>,
    workers: Vec<Worker>,
    /// Until when the first thread is busy.
    here_free_at: u64,
    /// Counts polls, altogether and since the clock last moved.
    polls: u32,
    polls_now: u32,
    latest: u64,
}

impl Engine {
    fn start(world: &Arc<World>, workers: usize) -> Engine {
        let mut state = world.state();
        assert!(!state.open, "this pool is already running something");
        state.open = true;
        state.now = 0;
        let place = (0, 0); // before everything that was spawned already
        state.ready.insert(place, MAIN);
        drop(state);
        let main = Task {
            future: None,
            wakeup: Wakeup::new(MAIN, world),
        };
        Engine {
            world: Arc::clone(world),
            tasks: HashMap::from([(MAIN, main)]),
            workers: (1..=workers)
                .map(|number| Worker::start(number, world))
                .collect(),
            here_free_at: 0,
            polls: 0,
            polls_now: 0,
            latest: 0,
        }
    }

    /// Who is to be polled next, and at what time. Moves the clock as needed.
    #[track_caller]
    fn next(&mut self) -> (u64, u64) {
        loop {
            self.take_newcomers();
            let mut state = self.world.state();
            let chosen = state
                .ready
                .iter()
                .map(|(&place, &id)| (self.free_at(id).max(place.0), place, id))
                .min();
            let alarm = state.alarms.first_key_value().map(|(&at, _)| at);
            match (chosen, alarm) {
                (Some((start, _, _)), Some(at)) if at.0 <= start => ring(state, at),
                (None, Some(at)) => ring(state, at),
                (Some((start, place, id)), _) => {
                    state.ready.remove(&place);
                    drop(state);
                    self.count_poll(start);
                    return (id, start);
                }
                (None, None) => self.wait_for_a_thread_outside(state),
            }
        }
    }

    fn free_at(&self, id: u64) -> u64 {
        match self.tasks.get(&id).and_then(|task| task.future.as_ref()) {
            Some(Body::Movable(_)) => self.workers.iter().map(|w| w.free_at).min().unwrap_or(0),
            _ => self.here_free_at,
        }
    }

    fn take_newcomers(&mut self) {
        let movable = std::mem::take(&mut self.world.state().newcomers);
        let local = LOCAL_NEWCOMERS.take();
        let movable = movable.into_iter().map(|(id, f)| (id, Body::Movable(f)));
        let local = local.into_iter().map(|(id, f)| (id, Body::Local(f)));
        for (id, future) in movable.chain(local) {
            let task = Task {
                future: Some(future),
                wakeup: Wakeup::new(id, &self.world),
            };
            self.tasks.insert(id, task);
        }
    }

    fn poll_task(&mut self, id: u64, start: u64, cx: &mut Context<'_>) {
        let Some(task) = self.tasks.get_mut(&id) else {
            return;
        };
        self.world.state().begin_poll(start);
        match task.future.take() {
            Some(Body::Local(mut future)) => {
                let visit = Visit::enter(&self.world, false);
                let over = future.as_mut().poll(cx).is_ready();
                self.here_free_at = self.world.state().now;
                if over {
                    drop(future);
                    self.tasks.remove(&id);
                } else {
                    task.future = Some(Body::Local(future));
                }
                drop(visit);
            }
            Some(Body::Movable(future)) => {
                // The worker that has been free for longest takes it.
                let Some(worker) = self.workers.iter_mut().min_by_key(|w| (w.free_at, w.turn))
                else {
                    return;
                };
                let rest = worker.poll(future, cx.waker().clone());
                let mut state = self.world.state();
                worker.free_at = state.now;
                worker.turn = state.next_order();
                drop(state);
                match rest {
                    Some(future) => task.future = Some(Body::Movable(future)),
                    None => drop(self.tasks.remove(&id)),
                }
            }
            None => {}
        }
    }

    #[track_caller]
    fn count_poll(&mut self, time: u64) {
        self.polls += 1;
        self.polls_now += 1;
        if time > self.latest {
            self.latest = time;
            self.polls_now = 0;
        }
        assert!(
            self.polls_now < IN_A_CIRCLE,
            "{IN_A_CIRCLE} polls at {time} ms, and nothing got done: a future wakes itself \
             over and over instead of waiting for news"
        );
        assert!(
            self.polls < TOO_MANY,
            "stopped at {time} ms, after {TOO_MANY} polls: other tasks go on and on, but the \
             future that was run does not end. Does anybody wake it?"
        );
    }

    /// Nobody is ready and no alarm is set. Only another thread can help now, and
    /// only if it keeps a waker.
    #[track_caller]
    fn wait_for_a_thread_outside(&self, state: MutexGuard<'_, State>) {
        let kept: usize = self
            .tasks
            .values()
            .map(|task| Arc::strong_count(&task.wakeup) - 1)
            .sum();
        assert!(
            kept > state.waiting_for_tasks,
            "nobody will ever wake this future: it said `Pending` and let its waker go. \
             Before a future says `Pending`, it must give a clone of `cx.waker()` to \
             whoever will have news for it"
        );
        let (state, late) = self
            .world
            .bell
            .wait_timeout_while(state, PATIENCE, |s| {
                s.ready.is_empty() && s.alarms.is_empty()
            })
            .unwrap_or_else(PoisonError::into_inner);
        drop(state);
        assert!(
            !late.timed_out(),
            "nobody will ever wake this future: its waker was kept, but nobody has called \
             `wake` on it, and there is nothing else to wait for"
        );
    }
}

fn ring(mut state: MutexGuard<'_, State>, at: (u64, u64)) {
    state.now = at.0;
    let waker = state.alarms.remove(&at);
    drop(state);
    if let Some(waker) = waker {
        waker.wake();
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let _visit = Visit::enter(&self.world, false);
        self.take_newcomers();
        // In the order in which they began, so that a log of it is always the same.
        let mut left: Vec<(u64, Task)> = self.tasks.drain().collect();
        left.sort_by_key(|(id, _)| *id);
        drop(left);
        self.workers.clear();
        let mut state = self.world.state();
        let ended = std::mem::take(&mut *state);
        drop(state);
        drop(ended); // wakers look into the state when they go, so unlock it first
    }
}

// ------------------------------------------------------------------ the workers

struct Job {
    future: Movable,
    waker: Waker,
}

type Rest = Result<Option<Movable>, Box<dyn Any + Send>>;

struct Worker {
    jobs: Option<Sender<Job>>,
    results: Receiver<Rest>,
    thread: Option<thread::JoinHandle<()>>,
    free_at: u64,
    turn: u64,
}

impl Worker {
    fn start(number: usize, world: &Arc<World>) -> Worker {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let (outbox, results) = mpsc::channel();
        let world = Arc::clone(world);
        let thread = thread::Builder::new()
            .name(format!("worker {number}"))
            .spawn(move || {
                for job in inbox {
                    let _visit = Visit::enter(&world, true);
                    let rest = catch_unwind(AssertUnwindSafe(|| job.poll()));
                    if outbox.send(rest).is_err() {
                        break;
                    }
                }
            })
            .expect("this computer cannot start another thread now");
        Worker {
            jobs: Some(jobs),
            results,
            thread: Some(thread),
            free_at: 0,
            turn: 0,
        }
    }

    /// Has the worker poll once, and waits for it. Returns what is left of the task.
    fn poll(&self, future: Movable, waker: Waker) -> Option<Movable> {
        let sent = self
            .jobs
            .as_ref()
            .is_some_and(|jobs| jobs.send(Job { future, waker }).is_ok());
        assert!(sent, "a worker has gone away");
        match self.results.recv() {
            Ok(Ok(rest)) => rest,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(_) => panic!("a worker has gone away"),
        }
    }
}

impl Job {
    fn poll(mut self) -> Option<Movable> {
        let mut cx = Context::from_waker(&self.waker);
        match self.future.as_mut().poll(&mut cx) {
            Poll::Ready(()) => None,
            Poll::Pending => Some(self.future),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None; // no more jobs: the thread ends
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
