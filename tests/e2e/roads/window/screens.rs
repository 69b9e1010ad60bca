//! Every screen, in both themes: nothing for axe-core to object to, nothing cut off, a picture of each.

use super::{NOTHING, PASSPHRASE, opened};
use e2e::failure::holds;
use e2e::{App, Home, Size, Step, Theme, road, said, watched};

/// Sections of the questions that are looked at: between them they hold every kind of question.
const SECTIONS: [&str; 4] = ["identity", "purpose", "where", "review"];

#[test]
fn every_other_screen_is_accessible_and_fits_in_both_themes() {
    road(every_other_screen(0));
}

#[test]
fn the_screens_between_are_accessible_and_fit_in_both_themes() {
    road(every_other_screen(1));
}

/// Half of the screens, from this one on: the whole would take longer than any other road.
async fn every_other_screen(first: usize) -> Step<()> {
    let home = Home::new()?;
    let app = start_with_sample(&home).await?;
    watched(&app, &home, &format!("screens-{first}"), async {
        app.settled().await?;
        let places = places(&app).await?;
        for (name, address) in places.iter().skip(first).step_by(2) {
            app.stay_at(address).await?;
            look_at(&app, name).await?;
        }
        if first == 0 {
            app.press("F1").await?;
            app.find("dialog", &said("shortcut.title")?).await?;
            look_at(&app, "shortcuts").await?;
            app.press("Escape").await?;
        }
        Ok(())
    })
    .await?;
    app.close().await
}

#[test]
fn every_screen_is_accessible_and_fits_at_twice_the_size() {
    road(async {
        let home = Home::new()?;
        let app = start_with_sample(&home).await?;
        watched(&app, &home, "screens-zoom", async {
            app.settled().await?;
            let places = places(&app).await?;
            app.zoom_to(200).await?;
            for (name, address) in &places {
                app.stay_at(address).await?;
                look_closely(&app, name).await?;
            }
            app.zoom_to(100).await
        })
        .await?;
        app.close().await
    });
}

/// The app on the sample organisation's file.
pub async fn start_with_sample(home: &Home) -> Step<App> {
    let file = home.at("veldkamp.aims");
    home.plumb(
        "",
        &[
            "sample".as_ref(),
            file.as_os_str(),
            "--unencrypted".as_ref(),
        ],
    )?;
    App::start(home, &[&file]).await
}

#[test]
fn screens_without_a_file_are_accessible_and_fit_in_both_themes() {
    road(async {
        let home = Home::new()?;
        let file = home.at("locked.aims");
        home.plumb(PASSPHRASE, &["sample".as_ref(), file.as_os_str()])?;
        let app = App::start(&home, &NOTHING).await?;
        watched(&app, &home, "screens-alone", async {
            app.settled().await?;
            look_at(&app, "start").await?;
            app.go("#/guided").await?;
            look_at(&app, "guided").await?;
            app.go("#/start").await?;
            home.answer_dialogs(&[&file])?;
            app.click("button", &said("start.open")?).await?;
            app.find("field", &said("passphrase.label")?).await?;
            look_at(&app, "passphrase").await?;
            super::unlock(&app, PASSPHRASE).await?;
            opened(&app).await?;
            app.settled().await?;
            app.press("Control+l").await?;
            app.arrive(&said("unlock.title")?).await?;
            look_at(&app, "unlock").await?;

            super::unlock(&app, PASSPHRASE).await?;
            opened(&app).await?;
            app.zoom_to(200).await?;
            app.press("Control+l").await?;
            app.arrive(&said("unlock.title")?).await?;
            look_closely(&app, "unlock").await?;
            app.enter("button", &said("unlock.close")?).await?;
            app.arrive(&said("start.title")?).await?;
            look_closely(&app, "start").await?;
            app.go("#/guided").await?;
            look_closely(&app, "guided").await
        })
        .await?;
        app.close().await
    });
}

/// Every place of an open file, by the name its picture gets.
async fn places(app: &App) -> Step<Vec<(String, String)>> {
    let mut places: Vec<(String, String)> = [
        "journey",
        "organisation",
        "inventory",
        "records/vendor",
        "records/model",
        "records/dataset",
        "records/person",
        "add/system",
        "add/vendor",
        "import",
        "reports",
        "triage",
        "duties",
        "incidents",
        "impacts",
        "add/incident",
        "history",
        "to-dos",
        "settings",
    ]
    .map(|place| (place.replace('/', "-"), format!("#/{place}")))
    .into();
    app.go("#/inventory").await?;
    let system = app.first_address("main a[href^='#/record/']").await?;
    let id = system.rsplit('/').next().unwrap_or_default().to_owned();
    places.push(("system".into(), system));
    for section in SECTIONS {
        places.push((
            format!("questions-{section}"),
            format!("#/questions/{id}/{section}"),
        ));
    }
    places.push((
        "preview-system".into(),
        format!("#/reports/system?record={id}"),
    ));
    places.push(("preview-inventory".into(), "#/reports/inventory".into()));
    app.go("#/incidents").await?;
    places.push((
        "incident".into(),
        app.first_address("main a[href^='#/incidents/']").await?,
    ));
    app.go("#/records/vendor").await?;
    places.push((
        "vendor".into(),
        app.first_address("main a[href^='#/record/']").await?,
    ));
    Ok(places)
}

/// The usual window in both themes, then the smallest window.
pub async fn look_at(app: &App, name: &str) -> Step<()> {
    for theme in Theme::BOTH {
        app.show_in(theme).await?;
        app.accessible(&format!("{name}, {}", theme.word())).await?;
        fits(app, &format!("{name} in the usual window")).await?;
        app.shot(&format!("{name}-{}", theme.word())).await?;
    }
    app.show_in(Theme::Light).await?;
    app.resize(Size::SMALL).await?;
    fits(app, &format!("{name} in the smallest window")).await?;
    app.shot(&format!("{name}-small")).await?;
    app.resize(Size::USUAL).await
}

/// The usual window at the zoom it has now.
pub async fn look_closely(app: &App, name: &str) -> Step<()> {
    fits(app, &format!("{name} at 200 %")).await?;
    let foot = "const foot = document.querySelector('.foot')?.getBoundingClientRect();\
        return !foot || foot.top >= 0 && foot.bottom <= window.innerHeight + 1";
    holds(
        app.client().execute(foot, vec![]).await? == true,
        format!("{name} at 200 %: whether it is saved is out of sight"),
    )?;
    app.accessible(&format!("{name} at 200 %")).await?;
    app.shot(&format!("{name}-zoom")).await
}

async fn fits(app: &App, what: &str) -> Step<()> {
    app.painted().await?;
    let over = app.overflow().await?;
    holds(
        over <= 0,
        format!("{what}: {over} pixels lie beyond the edge"),
    )
}
