//! Lists on their way in: how words are read, matches kept by name.

use crate::bench::Bench;
use serde_json::{Value, json};

/// A list of four systems, chosen for import.
fn chosen(bench: &Bench) -> Value {
    let list = bench.path("list.csv");
    std::fs::write(
        &list,
        "System,Phase\nChatbot,Dormant\nPlanner,in use\nForecast,Dormant\nReader,\n",
    )
    .unwrap();
    bench.dialogs.answer(Some(list));
    bench.ok("choose_list", Value::Null)
}

fn columns(words: Value) -> Value {
    json!([
        { "index": 0, "target": "name" },
        { "index": 1, "target": "lifecycle-stage", "words": words },
    ])
}

fn stages(bench: &Bench) -> Vec<Value> {
    let page = bench.systems("", &["lifecycle-stage"]);
    let rows = page["rows"].as_array().unwrap();
    rows.iter().map(|row| row["cells"][0].clone()).collect()
}

#[test]
fn a_word_is_read_as_the_person_says_and_the_match_keeps_it() {
    let bench = Bench::with_file("Veldkamp");
    let screen = chosen(&bench);
    let options = &screen["targets"]
        .as_array()
        .unwrap()
        .iter()
        .find(|target| target["id"] == "lifecycle-stage")
        .unwrap()["options"];
    assert_eq!(options[0], json!({ "id": "idea", "label": "Idea" }));

    let ask = |words: Value| {
        let column = columns(words)[1].clone();
        bench.ok(
            "read_words",
            json!({ "token": screen["token"], "column": column }),
        )
    };
    let plain = ask(json!([]));
    assert_eq!(
        (&plain["different"], &plain["unknown"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(
        plain["words"][0],
        json!({ "word": "Dormant", "count": 2, "meaning": null })
    );
    assert_eq!(plain["words"][1]["meaning"], "in-use");

    let words = json!([
        { "word": "Dormant", "meaning": "paused" },
        { "word": "in use", "meaning": "-" },
    ]);
    assert_eq!(ask(words.clone())["unknown"], 0);
    assert_eq!(
        bench.refused(
            "read_words",
            json!({ "token": screen["token"], "column": columns(json!([{ "word": "Dormant", "meaning": "nowhere" }]))[1] })
        ),
        "failed"
    );
    bench.ok(
        "save_mapping",
        json!({ "token": screen["token"], "name": "Ours", "columns": columns(words) }),
    );

    let screen = chosen(&bench);
    assert_eq!(screen["saved"], json!(["Ours"]));
    let followed = bench.ok(
        "adjust_import",
        json!({ "token": screen["token"], "options": screen["options"], "mapping": "Ours" }),
    );
    let kept = &followed["columns"][1]["words"];
    assert_eq!(
        kept["words"][0],
        json!({ "word": "Dormant", "count": 2, "meaning": "paused" })
    );
    assert_eq!(kept["words"][1]["meaning"], "-");
    let request = json!({ "token": followed["token"], "columns": columns(json!([])) });
    assert_eq!(bench.ok("try_import", request.clone())["problemTotal"], 0);
    bench.ok("run_import", request);
    assert_eq!(
        stages(&bench),
        [json!("Paused"), Value::Null, json!("Paused"), Value::Null]
    );
}

#[test]
fn a_word_that_the_mapping_knew_can_be_left_to_its_looks_again() {
    let bench = Bench::with_file("Veldkamp");
    let screen = chosen(&bench);
    let words = json!([{ "word": "Dormant", "meaning": "paused" }]);
    let save = json!({ "token": screen["token"], "name": "Ours", "columns": columns(words) });
    bench.ok("save_mapping", save);
    let adjust =
        json!({ "token": screen["token"], "options": screen["options"], "mapping": "Ours" });
    let screen = bench.ok("adjust_import", adjust);
    let words = json!([{ "word": "DORMANT", "meaning": null }]);
    let read = bench.ok(
        "read_words",
        json!({ "token": screen["token"], "column": columns(words)[1] }),
    );
    assert_eq!(read["unknown"], 1);
}

#[test]
fn a_deleted_match_is_gone_until_undo_and_one_of_ours_stands_before_one_that_ships() {
    let bench = Bench::with_file("Veldkamp");
    let screen = chosen(&bench);
    let shipped = screen["mappings"][0].as_str().unwrap().to_owned();
    assert_eq!(screen["saved"], json!([]));
    let words = json!([{ "word": "Dormant", "meaning": "retired" }]);
    let save = json!({ "token": screen["token"], "name": shipped, "columns": columns(words) });
    bench.ok("save_mapping", save);
    let adjust =
        json!({ "token": screen["token"], "options": screen["options"], "mapping": shipped });
    let followed = bench.ok("adjust_import", adjust.clone());
    assert_eq!(
        followed["columns"][1]["words"]["words"][0]["meaning"],
        "retired"
    );
    let names = followed["mappings"].as_array().unwrap();
    assert_eq!(names.iter().filter(|name| **name == shipped).count(), 1);

    let left = bench.ok("delete_mapping", json!({ "name": shipped }));
    assert_eq!(left["value"], json!([]));
    let followed = bench.ok("adjust_import", adjust.clone());
    assert_eq!(followed["saved"], json!([]));
    assert_ne!(followed["columns"][1]["target"], "lifecycle-stage");
    bench.ok("undo", Value::Null);
    assert_eq!(bench.ok("adjust_import", adjust)["saved"], json!([shipped]));
}

#[test]
fn the_trial_says_how_many_people_and_vendors_would_be_entered_with_the_rows() {
    let bench = Bench::with_file("Veldkamp");
    bench.add("person", "Jo Example");
    let list = bench.path("owners.csv");
    let rows = "System,Owner,Vendor\nChatbot,JO EXAMPLE,Example Ltd\n\
        Score,Head of credit,Example  ltd\nRanking,Head of credit,Sample\u{202e} AG\n";
    std::fs::write(&list, rows).unwrap();
    bench.dialogs.answer(Some(list));
    let screen = bench.ok("choose_list", Value::Null);
    let request = json!({ "token": screen["token"], "columns": [
        { "index": 0, "target": "name" },
        { "index": 1, "target": "owner" },
        { "index": 2, "target": "vendor" },
    ] });
    let trial = bench.ok("try_import", request.clone());
    let named = json!([{ "kind": "vendor", "count": 2 }, { "kind": "person", "count": 1 }]);
    assert_eq!(trial["linked"], named);
    let remark = trial["problems"][0]["text"].as_str().unwrap();
    assert!(remark.contains("direction of writing"), "{remark}");
    assert_eq!(bench.ok("run_import", request)["value"]["linked"], 3);
    let found = bench.ok(
        "find_records",
        json!({ "kind": "vendor", "search": "Sample" }),
    );
    assert_eq!(found[0]["name"], "Sample AG");
}
