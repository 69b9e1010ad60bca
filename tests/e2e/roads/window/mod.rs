//! Roads through the real window.

mod classification;
mod crosswalk;
mod first_system;
mod gaps;
mod impact;
mod import;
mod keyboard;
mod power_cut;
mod risks;
mod screens;
mod soa;
mod triage;

use e2e::{App, Home, Step, said};
use std::path::Path;

/// No words after the program's name.
const NOTHING: [&str; 0] = [];

/// Long enough for the app to take it.
const PASSPHRASE: &str = "copper lantern orbit meadow";

/// From the first screen to the first question of an organisation's new, encrypted file.
async fn create_encrypted(app: &App, home: &Home, file: &Path) -> Step<()> {
    app.settled().await?;
    app.click("button", &said("start.guided")?).await?;
    app.fill(&said("guided.name")?, "Harbour Works").await?;
    app.fill(&said("passphrase.new")?, PASSPHRASE).await?;
    app.fill(&said("passphrase.again")?, PASSPHRASE).await?;
    home.answer_dialogs(&[file])?;
    app.click("button", &said("guided.go")?).await?;
    app.arrive(&said("add.title-first")?).await
}

/// From the question for a name to the first questions about that system.
async fn add_system(app: &App, name: &str) -> Step<()> {
    app.fill(&said("add.name-system")?, name).await?;
    app.click("button", &said("add.go")?).await?;
    app.await_element("#field-business-unit").await?;
    app.settled().await
}

/// Gives the passphrase where the app asks for it.
async fn unlock(app: &App, passphrase: &str) -> Step<()> {
    app.fill(&said("passphrase.label")?, passphrase).await?;
    app.click("button", &said("passphrase.open")?).await
}

/// Waits until a file is open: after the right passphrase one goes on where one was, or to the journey.
async fn opened(app: &App) -> Step<()> {
    app.until(
        "an open file",
        "return document.querySelector('nav.rail') !== null && !document.querySelector('dialog[open]')",
    )
    .await?;
    app.settled().await
}
