//! Drives the real app in a real window.
