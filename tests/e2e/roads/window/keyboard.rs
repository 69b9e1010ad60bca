//! A whole road without a mouse.

use super::NOTHING;
use e2e::failure::holds;
use e2e::{App, Home, Step, road, said, watched};

/// More stops than any screen has.
const FAR: usize = 150;

#[test]
fn a_file_a_system_and_its_answers_with_the_keyboard_alone() {
    road(async {
        let home = Home::new()?;
        let file = home.at("keys.aims");
        let app = App::start(&home, &NOTHING).await?;
        watched(&app, &home, "keyboard", async {
            app.settled().await?;
            tab_to(&app, &said("start.guided")?).await?;
            app.press("Enter").await?;
            // The only field that must be filled has the focus.
            app.arrive(&said("guided.title")?).await?;
            app.type_text("Keyboard Mills").await?;
            // Protection is a group of radios: one stop, arrows inside.
            tab_to(&app, &said("passphrase.with")?).await?;
            app.press("Down").await?;
            home.answer_dialogs(&[&file])?;
            tab_to(&app, &said("guided.go")?).await?;
            app.press("Enter").await?;

            app.arrive(&said("add.title-first")?).await?;
            app.type_text("Loom watching").await?;
            app.press("Enter").await?;
            app.await_element("#field-business-unit").await?;
            app.settled().await?;
            tab_into(&app, "#field-business-unit").await?;
            app.type_text("Weaving").await?;
            tab_into(&app, "#field-confidentiality").await?;
            app.press("2").await?;
            app.saved().await?;
            holds(
                app.answered("confidentiality").await? == ["internal"],
                "the key 2 did not choose the second option",
            )?;

            app.press("Alt+Right").await?;
            app.await_element("#field-intended-purpose").await?;
            app.settled().await?;
            app.press("Alt+Left").await?;
            app.await_element("#field-business-unit").await?;
            app.settled().await?;
            holds(
                app.answered("business-unit").await? == ["Weaving"],
                "the answer typed with the keyboard is not there",
            )?;

            app.press("Control+z").await?;
            app.until(
                "the choice taken back",
                "return !document.querySelector('#field-confidentiality input:checked')",
            )
            .await?;
            app.press("Control+Shift+z").await?;
            app.until(
                "the choice done again",
                "return document.querySelector('#field-confidentiality input:checked')?.value === 'internal'",
            )
            .await?;

            // Beside the questions stand their steps; the journey is back on the page of the system.
            tab_to(&app, "Loom watching").await?;
            app.press("Enter").await?;
            app.arrive("Loom watching").await?;
            tab_to(&app, &said("rail.history")?).await?;
            app.press("Enter").await?;
            app.until("the history", "return location.hash.startsWith('#/history')").await?;
            app.settled().await?;
            app.press("F1").await?;
            app.find("dialog", &said("shortcut.title")?).await?;
            app.press("Escape").await?;
            app.until("the dialog closed", "return !document.querySelector('dialog[open]')").await
        })
        .await?;
        app.close().await
    });
}

/// Presses Tab until what is called `name` has the focus. Every stop on the way must show that it has it.
async fn tab_to(app: &App, name: &str) -> Step<()> {
    let script = "\
        const tidy = (text) => (text ?? '').replace(/\\s+/g, ' ').trim().toLowerCase();\
        const it = document.activeElement; const name = tidy(arguments[0]);\
        const own = it.getAttribute('aria-label') ?? (it.labels?.length ? [...it.labels].map((l) => l.textContent).join(' ') : it.textContent);\
        return tidy(own).startsWith(name);";
    for _ in 0..FAR {
        if app.client().execute(script, vec![name.into()]).await? == true {
            return Ok(());
        }
        step(app).await?;
    }
    holds(false, format!("Tab does not lead to \"{name}\""))
}

/// Presses Tab until the focus is inside of what the selector finds.
async fn tab_into(app: &App, selector: &str) -> Step<()> {
    let script = "return document.activeElement.closest(arguments[0]) !== null \
        && document.activeElement.matches('input, textarea, select')";
    for _ in 0..FAR {
        if app.client().execute(script, vec![selector.into()]).await? == true {
            return Ok(());
        }
        step(app).await?;
    }
    holds(false, format!("Tab does not lead into {selector}"))
}

async fn step(app: &App) -> Step<()> {
    app.press("Tab").await?;
    // The ring may be drawn by the element, or by the row it stands in.
    let script = "\
        const it = document.activeElement;\
        if (it === document.body) return '';\
        const ring = (element) => { const style = getComputedStyle(element);\
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'; };\
        for (let element = it, up = 0; element && up < 3; element = element.parentElement, up += 1) if (ring(element)) return '';\
        return it.outerHTML.slice(0, 200);";
    let blind = app.client().execute(script, vec![]).await?;
    holds(
        blind.as_str() == Some(""),
        format!("nothing shows that this has the focus: {blind}"),
    )
}
