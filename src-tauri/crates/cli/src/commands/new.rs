//! `plumb new` and `plumb sample`: make a client file.

use crate::caller::Caller;
use crate::failure::Failure;
use crate::out;
use crate::passphrase;
use std::ops::ControlFlow;
use std::path::Path;
use store::{ClientFile, Import, Key, NewFile};

/// Makes an empty file.
pub fn empty(
    caller: &Caller,
    path: &Path,
    organisation: Option<&str>,
    unencrypted: bool,
) -> Result<(), Failure> {
    let name = organisation.unwrap_or_else(|| caller.texts().get("cli.new-organisation"));
    create(caller, path, name, unencrypted)?;
    announce(caller, path, name, unencrypted);
    Ok(())
}

/// Makes the sample organisation's file. The file appears under its name only when it is whole.
pub fn sample(
    caller: &Caller,
    path: &Path,
    organisation: Option<&str>,
    unencrypted: bool,
) -> Result<(), Failure> {
    let library = caller.library;
    let sample = library
        .sample()
        .ok_or_else(|| Failure::refused(caller.texts().get("cli.error.no-sample")))?;
    let name = organisation.or(sample.organisation()).unwrap_or(&sample.id);
    let mut file = create(caller, path, name, unencrypted)?;
    let mut drafts = domain::sample::drafts(sample);
    for draft in &mut drafts {
        if draft.kind == domain::RecordKind::Organisation {
            name.clone_into(&mut draft.name);
        }
    }
    let filled = file.import(
        &caller.actor,
        caller.now(),
        &Import {
            drafts: &drafts,
            note: &sample.id,
            questions: &|id| library.question(id),
        },
        &mut || caller.new_id(),
        &mut |_, _| ControlFlow::Continue(()),
    );
    if let Err(error) = filled {
        drop(file);
        // The file was made a moment ago by this very call and holds nothing of the user's.
        let _ = std::fs::remove_file(path);
        return Err(caller.refused(&error));
    }
    announce(caller, path, name, unencrypted);
    Ok(())
}

fn create(
    caller: &Caller,
    path: &Path,
    organisation: &str,
    unencrypted: bool,
) -> Result<ClientFile, Failure> {
    let key = if unencrypted {
        Key::Unencrypted
    } else {
        Key::Passphrase(passphrase::for_new(caller.texts(), path, organisation)?)
    };
    let file_id = caller.new_id();
    let new = NewFile {
        organisation,
        file_id: file_id.as_str(),
        organisation_id: caller.new_id(),
        actor: &caller.actor,
        now: caller.now(),
    };
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    ClientFile::create(&path, key, &new).map_err(|error| caller.refused(&error))
}

fn announce(caller: &Caller, path: &Path, organisation: &str, unencrypted: bool) {
    let texts = caller.texts();
    let protection = texts.get(if unencrypted {
        "cli.done.unencrypted"
    } else {
        "cli.done.encrypted"
    });
    out::line(texts.format(
        "cli.done.created",
        &[
            ("file", &path.display().to_string()),
            ("organisation", organisation),
            ("protection", protection),
        ],
    ));
}
