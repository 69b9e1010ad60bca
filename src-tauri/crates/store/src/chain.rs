//! The hash chain of the log.
//!
//! `hash(n) = SHA-256(encoding(n))`, where the encoding is a row of fields, each written as its length
//! in bytes (eight bytes, big-endian) followed by the bytes themselves:
//!
//! 1. the words `plumbline event 1`;
//! 2. the hash of the event before; for the first event SHA-256 of the fields `plumbline file 1` and
//!    the file's id (encoded in the same way), so that a log belongs to one file;
//! 3. `seq`, 4. `act`, 5. `at` in microseconds: each as eight bytes, big-endian, two's complement;
//! 6. the actor's name, 7. the code of the action: UTF-8;
//! 8. the subject, 9. the aspect: a byte 1 and the UTF-8, or a byte 0 when there is none;
//! 10. the act taken back: a byte 1 and eight bytes, or a byte 0 when there is none;
//! 11. `payload_hash`.
//!
//! `payload_hash = SHA-256(salt, payload)`, both encoded as fields. The salt keeps an erased value from
//! being guessed from its hash.

use crate::error::StoreError;
use sha2::{Digest, Sha256};

/// A SHA-256.
pub(crate) type Hash = [u8; 32];

/// One event as it is hashed.
#[derive(Debug, Clone)]
pub(crate) struct Link<'a> {
    pub(crate) seq: i64,
    pub(crate) act: i64,
    pub(crate) at: i64,
    pub(crate) actor: &'a str,
    pub(crate) action: &'a str,
    pub(crate) subject: Option<&'a str>,
    pub(crate) aspect: Option<&'a str>,
    pub(crate) undoes: Option<i64>,
    pub(crate) payload_hash: Hash,
}

struct Fields(Sha256);

impl Fields {
    fn of(domain: &str) -> Fields {
        let mut fields = Fields(Sha256::new());
        fields.push(domain.as_bytes());
        fields
    }
    fn push(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }
    fn push_option(&mut self, bytes: Option<&[u8]>) {
        match bytes {
            None => self.push(&[0]),
            Some(bytes) => {
                self.0.update((bytes.len() as u64 + 1).to_be_bytes());
                self.0.update([1]);
                self.0.update(bytes);
            }
        }
    }
    fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

/// What stands for the hash before the first event.
pub(crate) fn genesis(file_id: &str) -> Hash {
    let mut fields = Fields::of("plumbline file 1");
    fields.push(file_id.as_bytes());
    fields.finish()
}

/// The hash of a value.
pub(crate) fn payload_hash(salt: &[u8], payload: &str) -> Hash {
    let mut fields = Fields(Sha256::new());
    fields.push(salt);
    fields.push(payload.as_bytes());
    fields.finish()
}

/// The hash of an event after the one with hash `before`.
pub(crate) fn hash(before: &Hash, link: &Link<'_>) -> Hash {
    let mut fields = Fields::of("plumbline event 1");
    fields.push(before);
    fields.push(&link.seq.to_be_bytes());
    fields.push(&link.act.to_be_bytes());
    fields.push(&link.at.to_be_bytes());
    fields.push(link.actor.as_bytes());
    fields.push(link.action.as_bytes());
    fields.push_option(link.subject.map(str::as_bytes));
    fields.push_option(link.aspect.map(str::as_bytes));
    fields.push_option(
        link.undoes
            .map(i64::to_be_bytes)
            .as_ref()
            .map(<[u8; 8]>::as_slice),
    );
    fields.push(&link.payload_hash);
    fields.finish()
}

/// SHA-256 of plain bytes.
pub(crate) fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Lower-case hexadecimal.
pub(crate) fn hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads lower-case hexadecimal.
pub(crate) fn unhex(text: &str) -> Result<Hash, StoreError> {
    let unreadable = || StoreError::damaged("a hash in the log cannot be read");
    let mut hash = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return Err(unreadable());
    }
    for (byte, place) in hash.iter_mut().zip((0..64).step_by(2)) {
        let pair = text.get(place..place + 2).ok_or_else(unreadable)?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| unreadable())?;
    }
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link<'static> {
        Link {
            seq: 2,
            act: 2,
            at: 1,
            actor: "A. Person",
            action: "record-added",
            subject: Some("ab"),
            aspect: None,
            undoes: None,
            payload_hash: [7; 32],
        }
    }

    /// Another program must be able to follow the documented encoding: this value was computed from
    /// the bytes written out by hand.
    #[test]
    fn the_encoding_is_the_documented_one() {
        let mut bytes = Vec::new();
        for field in [
            b"plumbline event 1".as_slice(),
            &[9; 32],
            &[0, 0, 0, 0, 0, 0, 0, 2],
            &[0, 0, 0, 0, 0, 0, 0, 2],
            &[0, 0, 0, 0, 0, 0, 0, 1],
            b"A. Person",
            b"record-added",
            b"\x01ab",
            b"\x00",
            b"\x00",
            &[7; 32],
        ] {
            bytes.extend((field.len() as u64).to_be_bytes());
            bytes.extend(field);
        }
        assert_eq!(hash(&[9; 32], &link()), sha256(&bytes));
    }

    #[test]
    fn moving_a_letter_between_fields_changes_the_hash() {
        let one = Link {
            subject: Some("ab"),
            aspect: Some("c"),
            ..link()
        };
        let other = Link {
            subject: Some("a"),
            aspect: Some("bc"),
            ..link()
        };
        let empty = Link {
            aspect: Some(""),
            ..link()
        };
        let hashes = [&one, &other, &empty, &link()].map(|link| hash(&[0; 32], link));
        for (place, hash) in hashes.iter().enumerate() {
            assert!(!hashes[..place].contains(hash));
        }
    }

    #[test]
    fn hex_goes_both_ways() -> Result<(), StoreError> {
        let hash = sha256(b"abc");
        assert!(hex(&hash).starts_with("ba7816bf"));
        assert_eq!(unhex(&hex(&hash))?, hash);
        assert!(unhex("zz").is_err());
        Ok(())
    }
}
