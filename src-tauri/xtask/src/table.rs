//! Plain tables for the terminal.

/// Rows under headings, columns as wide as their widest cell; columns from `right_from` on hold
/// numbers and are set to the right.
pub fn table(headings: &[&str], rows: &[Vec<String>], right_from: usize) -> String {
    let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
    let widths: Vec<usize> = (0..headings.len())
        .map(|column| {
            rows.iter()
                .map(|row| cell(row, column).chars().count())
                .chain([headings[column].chars().count()])
                .max()
                .unwrap_or_default()
        })
        .collect();
    let line = |row: Vec<String>| {
        let cells: Vec<String> = widths
            .iter()
            .enumerate()
            .map(|(column, &width)| {
                let text = cell(&row, column);
                if column < right_from {
                    format!("{text:<width$}")
                } else {
                    format!("{text:>width$}")
                }
            })
            .collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    let mut text = line(headings.iter().map(|&heading| heading.to_owned()).collect());
    text.push_str(&line(
        widths.iter().map(|&width| "-".repeat(width)).collect(),
    ));
    for row in rows {
        text.push_str(&line(row.clone()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn numbers_stand_under_each_other() {
        let rows = [
            vec!["format".to_owned(), "1".to_owned()],
            vec!["ü".to_owned(), "1200".to_owned()],
        ];
        assert_eq!(
            table(&["step", "ms"], &rows, 1),
            "step      ms\n------  ----\nformat     1\nü       1200\n"
        );
    }
}
