//! A public inventory of 2,133 AI use cases comes in through the window.

use super::NOTHING;
use super::screens::look_at;
use e2e::failure::holds;
use e2e::{App, Home, Step, road, said, said_count, watched};
use std::path::Path;

/// Use cases in the list.
const ROWS: u64 = 2133;

#[test]
fn the_federal_inventory_of_2024_comes_in_whole() {
    road(async {
        let home = Home::new()?;
        let file = home.at("federal.aims");
        let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../import/us-federal-2024.csv");
        let app = App::start(&home, &NOTHING).await?;
        watched(&app, &home, "import", async {
            app.settled().await?;
            app.click("button", &said("start.import")?).await?;
            app.fill(&said("guided.name")?, "Federal register").await?;
            app.click("radio", &said("passphrase.without")?).await?;
            home.answer_dialogs(&[&file, &list])?;
            app.click("button", &said("guided.go")?).await?;
            app.until("the import", "return location.hash.startsWith('#/import')")
                .await?;
            app.settled().await?;
            import(&app).await?;
            app.go("#/inventory").await?;
            app.see(&said_count("inventory.caption", ROWS)?).await
        })
        .await?;
        app.close().await?;

        let systems = home.plumb(
            "",
            &["systems".as_ref(), file.as_os_str(), "--json".as_ref()],
        )?;
        let entered = systems.matches("\"reference\": \"AI-").count() as u64;
        holds(entered == ROWS, format!("the file holds {entered} systems"))?;
        home.plumb("", &["check".as_ref(), file.as_os_str()])?;
        Ok(())
    });
}

/// Chooses the list, looks at what would come of it, and lets it in.
async fn import(app: &App) -> Step<()> {
    app.click("button", &said("import.choose")?).await?;
    app.see(&said_count("import.rows", ROWS)?).await?;
    app.settled().await?;
    look_at(app, "import-map").await?;
    app.click("button", &said("import.check")?).await?;
    app.find("button", &said_count("import.run", ROWS)?).await?;
    app.settled().await?;
    look_at(app, "import-check").await?;
    app.click("button", &said_count("import.run", ROWS)?)
        .await?;
    app.see(&said("import.done-title")?).await?;
    app.settled().await?;
    look_at(app, "import-done").await
}
