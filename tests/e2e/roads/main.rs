//! What people do with Plumbline, from the start of the app to what they wanted.
//!
//! All roads are in `window`, so that `cargo xtask test` can tell them from the other tests.

mod window;
