//! Long tasks: how far they are, and stopping them.

use crate::wire::report::{Progress, Task};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The tasks under way.
#[derive(Default)]
pub(crate) struct Tasks {
    stops: Mutex<HashMap<Task, Arc<AtomicBool>>>,
}

/// One task under way. It tells how far it is, at most ten times a second.
pub(crate) struct Running<'a> {
    task: Task,
    stop: Arc<AtomicBool>,
    tell: &'a (dyn Fn(Progress) + Send + Sync),
    told: Mutex<Option<Instant>>,
}

const PAUSE: Duration = Duration::from_millis(100);

impl Tasks {
    /// Begins a task. One of the same kind that is still running is told to stop.
    pub(crate) fn begin<'a>(
        &self,
        task: Task,
        tell: &'a (dyn Fn(Progress) + Send + Sync),
    ) -> Running<'a> {
        let stop = Arc::new(AtomicBool::new(false));
        if let Some(earlier) = self.lock().insert(task, Arc::clone(&stop)) {
            earlier.store(true, Ordering::Relaxed);
        }
        Running {
            task,
            stop,
            tell,
            told: Mutex::new(None),
        }
    }

    /// Tells a task to stop at its next step.
    pub(crate) fn cancel(&self, task: Task) {
        if let Some(stop) = self.lock().get(&task) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Task, Arc<AtomicBool>>> {
        self.stops.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Running<'_> {
    /// Tells how far the task is; answers whether it may go on.
    pub(crate) fn go_on(&self, done: usize, total: usize) -> bool {
        let now = Instant::now();
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.is_none_or(|before| now.duration_since(before) >= PAUSE || done == total) {
            *told = Some(now);
            (self.tell)(Progress {
                task: self.task,
                done,
                total,
            });
        }
        !self.stop.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_hears_that_it_is_to_stop_and_the_next_one_does_not() {
        let tasks = Tasks::default();
        let tell = |_: Progress| {};
        let first = tasks.begin(Task::Report, &tell);
        assert!(first.go_on(0, 10));
        tasks.cancel(Task::Report);
        assert!(!first.go_on(1, 10));
        let second = tasks.begin(Task::Report, &tell);
        assert!(second.go_on(0, 10));
        tasks.cancel(Task::Import);
        assert!(second.go_on(1, 10));
        let third = tasks.begin(Task::Report, &tell);
        assert!(
            !second.go_on(2, 10),
            "the newest one replaces the one before"
        );
        assert!(third.go_on(0, 10));
    }
}
