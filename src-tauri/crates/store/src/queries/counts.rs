//! Counting: for the journey, for filters, for the list of things to find out.

use crate::effect;
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::queries::records;
use content::{QuestionId, RecordKind};
use domain::{Record, RecordId};
use std::collections::BTreeMap;

/// How many records of a kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// In use.
    pub current: usize,
    /// Retired.
    pub retired: usize,
}

/// How often one value was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// An option's id, a record's id, a date or a number, as the question has it.
    pub key: String,
    /// By how many current records.
    pub count: usize,
}

/// Something nobody knows yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// About which record.
    pub record: Record,
    /// Which question.
    pub question: QuestionId,
    /// Who is to find out.
    pub asked_of: Option<RecordId>,
}

impl ClientFile {
    /// How many records there are of each kind that has any.
    pub fn counts(&self) -> Result<BTreeMap<RecordKind, Count>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT kind, sum(retired IS NULL), sum(retired IS NOT NULL) FROM record GROUP BY kind",
        )?;
        let mut rows = statement.query([])?;
        let mut counts = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let kind = effect::kind(&row.get::<_, String>(0)?)?;
            let count = |column| -> Result<usize, StoreError> {
                Ok(usize::try_from(row.get::<_, i64>(column)?).unwrap_or_default())
            };
            counts.insert(
                kind,
                Count {
                    current: count(1)?,
                    retired: count(2)?,
                },
            );
        }
        Ok(counts)
    }

    /// How often each value was given to a question by current records of a kind, the most frequent
    /// first. For questions with options, records, dates or numbers.
    pub fn facets(
        &self,
        kind: RecordKind,
        question: &QuestionId,
    ) -> Result<Vec<Facet>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT CAST(said AS TEXT), count(*) FROM (
                 SELECT record, key AS said FROM answer
                 WHERE question = ?2 AND state = 'given' AND key IS NOT NULL
                 UNION ALL SELECT record, option FROM choice WHERE question = ?2
                 UNION ALL SELECT origin, target FROM link WHERE question = ?2 AND place > 0
             ) JOIN record r ON r.id = record
             WHERE r.kind = ?1 AND r.retired IS NULL
             GROUP BY said ORDER BY count(*) DESC, said",
        )?;
        let facets = statement
            .query_map([kind.code(), question.as_str()], |row| {
                Ok(Facet {
                    key: row.get(0)?,
                    count: usize::try_from(row.get::<_, i64>(1)?).unwrap_or_default(),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(facets)
    }

    /// Every answer "don't know yet" of a current record, by kind, number and question.
    pub fn not_known(&self) -> Result<Vec<ToDo>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT r.id, r.kind, r.number, r.name, r.created, r.changed, r.retired,
                    a.question, l.target
             FROM answer a JOIN record r ON r.id = a.record
             LEFT JOIN link l ON l.origin = a.record AND l.question = a.question AND l.place = 0
             WHERE a.state = 'not-known' AND r.retired IS NULL
             ORDER BY r.kind, r.number, a.question",
        )?;
        let mut rows = statement.query([])?;
        let mut to_dos = Vec::new();
        while let Some(row) = rows.next()? {
            to_dos.push(ToDo {
                record: records::read(row)?,
                question: QuestionId::new(row.get::<_, String>(7)?),
                asked_of: row.get::<_, Option<String>>(8)?.map(RecordId::new),
            });
        }
        Ok(to_dos)
    }
}
