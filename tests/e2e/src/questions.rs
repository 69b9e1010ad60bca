//! Answering questions of a wizard, each found by the id it has in `assets/questionnaires`.

use crate::app::App;
use crate::failure::Step;
use fantoccini::Locator;
use serde_json::{Value, json};

impl App {
    /// Types an answer; what was there is replaced.
    pub async fn write(&self, question: &str, text: &str) -> Step<()> {
        let control = self
            .await_element(&format!(
                "{} :is(textarea, input).text-input",
                place(question)
            ))
            .await?;
        control.click().await?;
        control.clear().await?;
        control.send_keys(text).await?;
        Ok(())
    }

    /// Chooses one option by clicking on its row.
    pub async fn choose(&self, question: &str, option: &str) -> Step<()> {
        let row = format!(
            "{} label.option:has(input[value=\"{option}\"])",
            place(question)
        );
        // What was written before is on its way to the file, and the page may be drawn anew when it is there.
        self.until(
            "nothing on its way to the file",
            "const state = document.querySelector('#save-state');\
             return (!state || state.textContent === '' || state.matches('.saved, .failed'))\
             && document.body.dataset.ready === 'true'",
        )
        .await?;
        self.await_element(&row).await?.click().await?;
        Ok(())
    }

    /// Names a record: one that is there, or a new one.
    pub async fn link(&self, question: &str, name: &str) -> Step<()> {
        self.write(question, name).await?;
        let offered = format!(
            "return document.querySelector('{} [role=option]') !== null",
            place(question)
        );
        self.until("something to link", &offered).await?;
        self.press("Enter").await?;
        let linked = format!(
            "return [...document.querySelectorAll('{} .tag')].some((tag) => tag.textContent.includes({}))",
            place(question),
            json!(name)
        );
        self.until(&format!("the link to {name}"), &linked).await
    }

    /// What stands on the screen as the answer: text, the ids of chosen options, or names of records.
    pub async fn answered(&self, question: &str) -> Step<Vec<String>> {
        self.await_element(&place(question)).await?;
        let script = "\
            const field = document.querySelector(arguments[0]);\
            const chosen = [...field.querySelectorAll('input:checked')].map((input) => input.value);\
            const named = [...field.querySelectorAll('.tag > a, li.tag')].map((tag) => tag.firstChild.textContent.trim());\
            const typed = [...field.querySelectorAll(':is(textarea, input).text-input')].map((input) => input.value);\
            return [...new Set([...chosen, ...named, ...typed])].filter((text) => text !== '');";
        let found = self
            .client()
            .execute(script, vec![json!(place(question))])
            .await?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// The first element a selector finds, once it is there.
    pub async fn await_element(&self, selector: &str) -> Step<fantoccini::elements::Element> {
        let there = format!(
            "return document.querySelector({}) !== null",
            json!(selector)
        );
        self.until(selector, &there).await?;
        Ok(self.client().find(Locator::Css(selector)).await?)
    }

    /// Where the first of these links leads.
    pub async fn first_address(&self, selector: &str) -> Step<String> {
        let link = self.await_element(selector).await?;
        // The driver may answer with the whole address instead of the fragment that stands in the page.
        let address = link.attr("href").await?.unwrap_or_default();
        let fragment = address.find('#').map_or("", |start| &address[start..]);
        Ok(fragment.to_owned())
    }

    /// Waits until the foot says that everything said is in the file.
    pub async fn saved(&self) -> Step<()> {
        self.until(
            "everything saved",
            "return document.querySelector('#save-state')?.classList.contains('saved') \
             && document.body.dataset.ready === 'true'",
        )
        .await
    }
}

fn place(question: &str) -> String {
    format!("#field-{question}")
}
