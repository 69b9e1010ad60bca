//! How the window looks: sizes, themes, pictures.

use crate::app::{App, PATIENCE, shots};
use crate::failure::{Failure, Step};
use serde_json::json;
use std::fs;
use std::time::Instant;

/// A window size in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Size {
    /// The smallest window the app must work in.
    pub const SMALL: Size = Size {
        width: 1024,
        height: 640,
    };
    /// The window of a first start.
    pub const USUAL: Size = Size {
        width: 1180,
        height: 760,
    };
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Theme {
    /// Both.
    pub const BOTH: [Theme; 2] = [Theme::Light, Theme::Dark];

    /// The word in names of pictures and in `data-theme`.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The GTK theme that makes the desktop, and so `prefers-color-scheme`, look like this.
    pub fn gtk(self) -> &'static str {
        match self {
            Theme::Light => "Adwaita",
            Theme::Dark => "Adwaita:dark",
        }
    }
}

impl App {
    /// Shows the screen in this theme, as the setting would.
    pub async fn show_in(&self, theme: Theme) -> Step<()> {
        self.client()
            .execute(
                "document.documentElement.dataset.theme = arguments[0]",
                vec![json!(theme.word())],
            )
            .await?;
        self.painted().await
    }

    /// Keeps a picture of what is in the window as `shots/<name>.png`.
    pub async fn shot(&self, name: &str) -> Step<()> {
        self.painted().await?;
        let picture = self.client().screenshot().await?;
        fs::create_dir_all(shots())?;
        fs::write(shots().join(format!("{name}.png")), picture)?;
        Ok(())
    }

    /// The part of the page that a person must scroll sideways to see, in CSS pixels; 0 is right.
    pub async fn overflow(&self) -> Step<i64> {
        let wide = self
            .client()
            .execute(
                "return Math.max(...[document.documentElement, document.querySelector('main')].filter(Boolean)\
                    .map((page) => page.scrollWidth - page.clientWidth))",
                vec![],
            )
            .await?;
        Ok(wide.as_i64().unwrap_or_default())
    }

    /// Sets the size of everything in the settings, in percent of the usual, and waits for it.
    pub async fn zoom_to(&self, percent: u32) -> Step<()> {
        self.go("#/settings").await?;
        // A notice can lie over the choice in a zoomed window; like a person, one closes it.
        self.press("Escape").await?;
        let before = (self.width().await?, self.chosen_zoom().await?);
        let choice = self
            .await_element(&format!("#zoom option[value=\"{percent}\"]"))
            .await?;
        choice.click().await?;
        let wanted = before.0 * before.1 / f64::from(percent);
        let clock = Instant::now();
        while (self.width().await? - wanted).abs() > 2.0 {
            if clock.elapsed() > PATIENCE {
                return Err(Failure::Wrong(format!(
                    "the window did not zoom to {percent} %"
                )));
            }
            self.painted().await?;
        }
        self.settled().await
    }

    async fn chosen_zoom(&self) -> Step<f64> {
        let field = self.await_element("#zoom").await?;
        let percent = field.prop("value").await?.unwrap_or_default();
        percent
            .parse()
            .map_err(|_| Failure::Wrong(format!("the zoom is \"{percent}\"")))
    }

    /// Width of the page's view in CSS pixels.
    async fn width(&self) -> Step<f64> {
        let width = self
            .client()
            .execute("return window.innerWidth", vec![])
            .await?;
        Ok(width.as_f64().unwrap_or(1.0))
    }
}
