//! Which acts can be undone and redone. The log alone decides, so it holds across restarts.

use crate::error::StoreError;
use rusqlite::Connection;

/// Two stacks of acts by number, the next one to take back last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Stacks {
    pub(crate) undo: Vec<i64>,
    pub(crate) redo: Vec<i64>,
    /// Whether undo ends at an act that is never taken back, not at the beginning of the file.
    pub(crate) stopped: bool,
}

impl Stacks {
    /// Reads the log: one index entry per act, not per event.
    pub(crate) fn read(conn: &Connection) -> Result<Stacks, StoreError> {
        let mut stacks = Stacks::default();
        let mut statement = conn.prepare(
            "SELECT act, undoes, action IN ('signed-off', 'reopened') FROM event
             WHERE seq = act AND action NOT IN ('file-created', 'file-migrated') ORDER BY act",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            stacks.follow(row.get(0)?, row.get(1)?, row.get(2)?);
        }
        Ok(stacks)
    }

    /// Follows one act. An act that undoes is itself what redo takes back, and redoing makes an act
    /// that can be undone again. Any other act ends what could be redone. A lasting act is never taken
    /// back, and what came before it is not taken back past it.
    pub(crate) fn follow(&mut self, act: i64, undoes: Option<i64>, lasting: bool) {
        match undoes {
            None if lasting => {
                *self = Stacks {
                    stopped: true,
                    ..Stacks::default()
                };
            }
            Some(undone) if self.undo.last() == Some(&undone) => {
                self.undo.pop();
                self.redo.push(act);
            }
            Some(undone) if self.redo.last() == Some(&undone) => {
                self.redo.pop();
                self.undo.push(act);
            }
            _ => {
                self.redo.clear();
                self.undo.push(act);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(acts: &[(i64, Option<i64>)]) -> Stacks {
        let mut stacks = Stacks::default();
        for (act, undoes) in acts {
            stacks.follow(*act, *undoes, false);
        }
        stacks
    }

    #[test]
    fn undo_walks_back_redo_walks_forth_and_a_new_act_ends_redo() {
        let stacks = after(&[(1, None), (2, None), (3, Some(2)), (4, Some(1))]);
        assert_eq!(
            stacks,
            Stacks {
                undo: vec![],
                redo: vec![3, 4],
                stopped: false,
            }
        );

        let stacks = after(&[
            (1, None),
            (2, None),
            (3, Some(2)),
            (4, Some(1)),
            (5, Some(4)),
        ]);
        assert_eq!(
            stacks,
            Stacks {
                undo: vec![5],
                redo: vec![3],
                stopped: false,
            }
        );

        let stacks = after(&[(1, None), (2, None), (3, Some(2)), (4, None)]);
        assert_eq!(
            stacks,
            Stacks {
                undo: vec![1, 4],
                redo: vec![],
                stopped: false,
            }
        );
    }

    #[test]
    fn a_lasting_act_ends_what_could_be_undone_and_redone() {
        let mut stacks = after(&[(1, None), (2, None), (3, Some(2))]);
        stacks.follow(4, None, true);
        let stopped = Stacks {
            undo: vec![],
            redo: vec![],
            stopped: true,
        };
        assert_eq!(stacks, stopped);
        stacks.follow(5, None, false);
        stacks.follow(6, Some(5), false);
        assert_eq!((stacks.undo, stacks.redo), (vec![], vec![6]));
    }
}
