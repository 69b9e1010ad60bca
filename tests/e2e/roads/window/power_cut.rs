//! The machine loses power while somebody types.

use super::{NOTHING, PASSPHRASE, add_system, create_encrypted, opened, unlock};
use e2e::failure::holds;
use e2e::{App, Home, Step, road, said, watched};
use std::path::Path;
use std::time::Duration;

/// Whatever was shown as saved is there afterwards, to the last letter, and the file is sound.
#[test]
fn what_was_saved_survives_a_kill_in_the_middle_of_typing() {
    road(async {
        let home = Home::new()?;
        let file = home.at("harbour.aims");
        let app = App::start(&home, &NOTHING).await?;
        watched(&app, &home, "power-cut", async {
            create_encrypted(&app, &home, &file).await?;
            add_system(&app, "Berth planning").await
        })
        .await?;
        let saved = type_and_kill(app, "Berths planned by Ana ", Duration::ZERO).await?;

        let app = reopen(&home, &file).await?;
        let kept = watched(&app, &home, "power-cut-again", berth_unit(&app)).await?;
        holds(
            kept.starts_with(saved.trim()),
            format!("\"{saved}\" was shown as saved, but the file has \"{kept}\""),
        )?;

        // Once more on the same file, this time while a save may be under way.
        let saved =
            type_and_kill(app, "Quay 7, northern basin ", Duration::from_millis(450)).await?;
        let app = reopen(&home, &file).await?;
        let kept = watched(&app, &home, "power-cut-third", berth_unit(&app)).await?;
        holds(
            kept.starts_with(saved.trim()),
            format!("\"{saved}\" was shown as saved, but the file has \"{kept}\""),
        )?;
        let elsewhere = home.at("moved.aims");
        watched(
            &app,
            &home,
            "moved",
            move_while_typing(&app, &file, &elsewhere),
        )
        .await?;
        app.close().await?;
        home.plumb(PASSPHRASE, &["check".as_ref(), elsewhere.as_os_str()])?;
        Ok(())
    });
}

/// The file is moved while somebody types: that is told once, and the words are not lost unseen.
async fn move_while_typing(app: &App, file: &Path, elsewhere: &Path) -> Step<()> {
    std::fs::rename(file, elsewhere)?;
    app.write("business-unit", "Words that cannot be saved")
        .await?;
    app.find("dialog", &said("leave.title")?).await?;
    app.click("button", &said("leave.act")?).await?;
    app.arrive(&said("start.title")?).await?;
    let notices = "return document.querySelectorAll('.notice').length";
    let notices = app.client().execute(notices, vec![]).await?;
    holds(
        notices == 1,
        format!("{notices} notices tell that the file was moved"),
    )
}

/// Types a text, waits until it is shown as saved, types on, and cuts the power after `pause`.
/// Gives what was shown as saved.
async fn type_and_kill(app: App, text: &str, pause: Duration) -> Step<String> {
    app.write("business-unit", text).await?;
    app.saved().await?;
    app.type_text("and then the sentence went on and").await?;
    tokio::time::sleep(pause).await;
    app.kill_hard()?;
    Ok(text.to_owned())
}

async fn reopen(home: &Home, file: &Path) -> Step<App> {
    let app = App::start(home, &[file]).await?;
    watched(&app, home, "power-cut-reopen", async {
        unlock(&app, PASSPHRASE).await?;
        opened(&app).await?;
        app.settled().await
    })
    .await?;
    Ok(app)
}

/// Goes to the first step of the one system there is, and reads the answer that was being typed.
async fn berth_unit(app: &App) -> Step<String> {
    app.go("#/inventory").await?;
    app.click("link", "Berth planning").await?;
    app.await_element("a[href^='#/questions/']").await?;
    app.go_to_questions("identity").await?;
    let answers = app.answered("business-unit").await?;
    Ok(answers.into_iter().next().unwrap_or_default())
}
