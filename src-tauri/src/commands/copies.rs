//! Copies of client files: the app's own backups, and those a person asks for.

use super::{command, start};
use crate::desk::Desk;
use crate::dialogs::file_name;
use crate::error::{AppError, disk};
use crate::wire::copies::{BackupSet, BackupView};
use crate::wire::moment;
use crate::wire::record::Saved;
use crate::wire::start::{FileHandle, FileToken};
use std::path::Path;
use store::Backup;

fn list(desk: &Desk) -> Result<Vec<BackupSet>, AppError> {
    let open = match desk.session().open() {
        Ok(open) => Some((
            open.file.file_id().to_owned(),
            open.file.organisation()?.name,
        )),
        Err(_) => None,
    };
    let mut sets: Vec<BackupSet> = Vec::new();
    for backup in store::backups_in(&desk.backups())?.into_iter().rev() {
        let seen = view(desk, &backup)?;
        match sets.last_mut() {
            Some(set) if set.file_id == backup.file_id => set.backups.push(seen),
            _ => {
                let known = desk.memory().recent_of(&backup.file_id);
                sets.push(BackupSet {
                    of_open_file: open.as_ref().is_some_and(|(id, _)| *id == backup.file_id),
                    file: known.as_ref().map(|file| file_name(&file.path)),
                    organisation: match &open {
                        Some((id, name)) if *id == backup.file_id => Some(name.clone()),
                        _ => known.map(|file| file.organisation),
                    },
                    file_id: backup.file_id,
                    backups: vec![seen],
                });
            }
        }
    }
    Ok(sets)
}

fn view(desk: &Desk, backup: &Backup) -> Result<BackupView, AppError> {
    Ok(BackupView {
        token: desk.handle(&backup.path),
        made: moment(backup.made),
        event: backup.event,
        bytes: length(&backup.path)?,
    })
}

fn take_out(desk: &Desk, FileToken { token }: FileToken) -> Result<Option<FileHandle>, AppError> {
    let path = desk.behind(&token)?;
    let backup = store::backups_in(&desk.backups())?
        .into_iter()
        .find(|backup| backup.path == path)
        .ok_or(AppError::UnknownHandle)?;
    let known = desk.memory().recent_of(&backup.file_id);
    let name = known.map_or_else(|| backup.file_id.clone(), |file| file.organisation);
    let day = backup.made.format("%Y-%m-%d").to_string();
    let suggested = desk.texts().format(
        "app.file-name.backup",
        &[("organisation", &name), ("date", &day)],
    );
    let Some(to) = start::ask_where(desk, "app.dialog.take-out-backup", &suggested)? else {
        return Ok(None);
    };
    backup.take_out(&to)?;
    Ok(Some(start::handle(desk, &to)))
}

fn save(desk: &Desk) -> Result<Option<Saved>, AppError> {
    let organisation = desk.read(|open| Ok(open.file.organisation()?.name))?;
    let day = desk.outside().now().format("%Y-%m-%d").to_string();
    let suggested = desk.texts().format(
        "app.file-name.copy",
        &[("organisation", &organisation), ("date", &day)],
    );
    let Some(to) = start::ask_where(desk, "app.dialog.save-copy", &suggested)? else {
        return Ok(None);
    };
    let now = desk.outside().now();
    desk.read(|open| Ok(open.file.backup_to(&to, now)?))?;
    Ok(Some(Saved {
        file: file_name(&to),
        bytes: length(&to)?,
    }))
}

fn length(path: &Path) -> Result<u64, AppError> {
    Ok(std::fs::metadata(path)
        .map_err(|error| disk(path, &error))?
        .len())
}

command! {
    /// The app's own backups on this machine, newest first within each file.
    list_backups() -> Vec<BackupSet> = list
}
command! {
    /// Copies a backup to a place the person chooses; null when the dialog was closed.
    take_out_backup(FileToken) -> Option<FileHandle> = take_out
}
command! {
    /// Saves a verified copy of the open file; null when the dialog was closed.
    save_copy() -> Option<Saved> = save
}
