//! The list going out, and what is counted over the whole file.

use crate::bench::{Bench, query};
use serde_json::{Value, json};

#[test]
fn the_list_goes_out_as_it_is_filtered() {
    let bench = Bench::with_file("Veldkamp");
    bench.add("system", "Open");
    let mut wanted = query("", &[]);
    for (incomplete, names) in [(true, 1), (false, 0)] {
        wanted["filters"]["incomplete"] = json!(incomplete);
        let page = json!({ "query": wanted, "offset": 0, "limit": 10 });
        assert_eq!(bench.ok("list_systems", page)["matching"], names);
        bench.answer_dialog("list.csv");
        bench.ok("export_list", json!({ "format": "csv", "query": wanted }));
        let text = std::fs::read_to_string(bench.path("list.csv")).unwrap();
        assert_eq!(text.matches("Open").count(), names, "{text}");
    }
}

#[test]
fn what_is_counted_over_the_whole_file_follows_every_change() {
    let bench = Bench::with_file("Veldkamp");
    let counted = || {
        let journey = bench.ok("journey", Value::Null);
        let to_dos = bench.ok("to_dos", Value::Null);
        assert_eq!(journey["toDos"], to_dos.as_array().unwrap().len());
        let facets = bench.ok("inventory_facets", Value::Null);
        assert_eq!(journey["steps"][1]["total"], facets["counts"]["total"]);
        assert_eq!(
            journey["neededOpen"] == 0,
            facets["counts"]["incomplete"] == 0
        );
        (
            journey["toDos"].clone(),
            facets["counts"].clone(),
            facets["vendors"].clone(),
        )
    };
    assert_eq!(counted().0, 0);
    let system = bench.add("system", "Chatbot");
    let vendor = bench.add("vendor", "Example Ltd");
    assert_eq!(counted().1["total"], 1);
    let unknown = json!({ "state": "not-known", "askedOf": null, "note": "" });
    let answer = json!({ "record": system, "question": "intended-purpose", "answer": unknown });
    bench.ok("record_answer", answer);
    assert_eq!(counted().0, 1);
    bench.give(
        &system,
        "vendor",
        json!({ "kind": "records", "records": [vendor] }),
    );
    bench.give(
        &system,
        "review-due",
        json!({ "kind": "date", "date": "2026-01-31" }),
    );
    let (to_dos, counts, vendors) = counted();
    assert_eq!((to_dos, &counts["overdue"]), (json!(2), &json!(1)));
    assert_eq!(vendors[0]["label"], "Example Ltd");
    bench.ok(
        "rename_record",
        json!({ "record": vendor, "name": "Other Ltd" }),
    );
    assert_eq!(counted().2[0]["label"], "Other Ltd");
    bench.wait(60 * 24);
    assert_eq!(counted().0, 2);
    bench.ok("retire_record", json!({ "record": system }));
    assert_eq!(
        (counted().0, &counted().1["retired"]),
        (json!(0), &json!(1))
    );
    bench.ok("undo", Value::Null);
    assert_eq!(counted().0, 2);
}
