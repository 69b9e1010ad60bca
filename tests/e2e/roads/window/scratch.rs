use e2e::{App, Home, Size, Step, Theme, road};
use fantoccini::Locator;
#[test]
fn scratch() {
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
        app.settled().await?;
        let script = std::fs::read_to_string("/tmp/mend/script.txt")?;
        for line in script.lines().filter(|l| !l.is_empty()) {
            if let Err(e) = one(&app, line).await {
                println!("FAILED {line}: {e}");
                let _ = app.shot("mend-failed").await;
            }
        }
        app.close().await
    });
}
async fn one(app: &App, line: &str) -> Step<()> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    match verb {
        "go" => app.go(rest).await,
        "press" => {
            app.press(rest).await?;
            tokio::time::sleep(std::time::Duration::from_millis(250)).await;
            app.settled().await
        }
        "type" => app.type_text(rest).await,
        "size" => {
            let (w, h) = rest.split_once(' ').unwrap_or(("1024", "640"));
            app.resize(Size {
                width: w.parse().unwrap_or(1024),
                height: h.parse().unwrap_or(640),
            })
            .await?;
            app.painted().await
        }
        "zoom" => app.zoom_to(rest.parse().unwrap_or(100)).await,
        "theme" => {
            app.show_in(if rest == "dark" {
                Theme::Dark
            } else {
                Theme::Light
            })
            .await
        }
        "shot" => {
            println!("{rest}: overflow {}", app.overflow().await?);
            app.shot(rest).await
        }
        "wait" => {
            tokio::time::sleep(std::time::Duration::from_millis(
                rest.parse().unwrap_or(300),
            ))
            .await;
            Ok(())
        }
        "enter" => {
            let (r, n) = rest.split_once(' ').unwrap_or(("button", ""));
            app.enter(r, n).await?;
            tokio::time::sleep(std::time::Duration::from_millis(250)).await;
            app.settled().await
        }
        "fill" => {
            let (r, n) = rest.split_once('=').unwrap_or(("", ""));
            app.fill(r, n).await
        }
        "css" => {
            app.client().find(Locator::Css(rest)).await?.click().await?;
            app.settled().await
        }
        "js" => {
            println!("{rest} -> {}", app.client().execute(rest, vec![]).await?);
            app.settled().await
        }
        _ => {
            println!("?? {line}");
            Ok(())
        }
    }
}
