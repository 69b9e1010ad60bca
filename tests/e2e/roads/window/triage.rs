//! Triage in a small window: what one answers and what its keys mean are always in sight.

use e2e::failure::holds;
use e2e::{App, Home, Size, Step, road, watched};

/// What a person needs to see while answering, as one script: the cell in hand inside its list and below its
/// heading, the meaning of the keys whole, nothing beyond the edge.
const IN_SIGHT: &str = "\
    const cell = document.activeElement.getBoundingClientRect();\
    const frame = document.querySelector('.table-frame').getBoundingClientRect();\
    const head = document.querySelector('thead').getBoundingClientRect();\
    const legend = document.querySelector('.legend');\
    const keys = legend.getBoundingClientRect();\
    const foot = document.querySelector('.foot').getBoundingClientRect();\
    if (!document.activeElement.matches('td.gate')) return 'no cell has the focus';\
    if (cell.top < head.bottom - 1 || cell.bottom > Math.min(frame.bottom, keys.top) + 1) return `the cell ends at ${cell.bottom}, its list at ${frame.bottom}`;\
    if (cell.left < frame.left - 1 || cell.right > frame.right + 1) return 'the cell lies beyond the side';\
    if (keys.top < 0 || keys.bottom > foot.top + 1) return `the keys end at ${keys.bottom}, the foot begins at ${foot.top}`;\
    if (legend.scrollHeight > legend.clientHeight + 1) return 'the keys are cut';\
    return '';";

#[test]
fn the_cell_in_hand_and_its_keys_are_in_sight_in_a_small_window_and_at_twice_the_size() {
    road(async {
        let home = Home::new()?;
        let file = home.at("veldkamp.aims");
        home.plumb(
            "",
            &[
                "sample".as_ref(),
                file.as_os_str(),
                "--unencrypted".as_ref(),
            ],
        )?;
        let app = App::start(&home, &[&file]).await?;
        watched(&app, &home, "triage", async {
            app.settled().await?;
            app.resize(Size::SMALL).await?;
            walk(&app, "in the smallest window").await?;
            let wide = "const frame = document.querySelector('.table-frame'); return frame.scrollWidth - frame.clientWidth";
            holds(
                app.client().execute(wide, vec![]).await? == 0,
                "the table does not fit the smallest window",
            )?;
            app.zoom_to(200).await?;
            walk(&app, "at 200 %").await
        })
        .await?;
        app.close().await
    });
}

/// To the last system, then through every column there.
async fn walk(app: &App, place: &str) -> Step<()> {
    app.go("#/triage").await?;
    let first = "document.querySelector('td.gate[tabindex=\"0\"]').focus()";
    app.client().execute(first, vec![]).await?;
    app.press("End").await?;
    in_sight(app, place).await?;
    for _ in 0..6 {
        app.press("Right").await?;
        in_sight(app, place).await?;
    }
    for _ in 0..6 {
        app.press("Up").await?;
        in_sight(app, place).await?;
    }
    Ok(())
}

async fn in_sight(app: &App, place: &str) -> Step<()> {
    app.painted().await?;
    app.painted().await?;
    let wrong = app.client().execute(IN_SIGHT, vec![]).await?;
    holds(wrong == "", format!("{place}: {wrong}"))
}
