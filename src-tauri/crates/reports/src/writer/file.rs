//! The file itself: objects numbered, packed into compressed object streams, found again through a
//! cross-reference stream. Objects are written as they come and not kept, so that a structure tree of
//! a hundred thousand nodes costs its bytes and nothing more.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::error::ReportError;

use super::{object, reference};

/// Objects per object stream: a reader unpacks a whole one to see a single object.
const PER_STREAM: usize = 200;

/// Where an object ended up.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Numbered, not written.
    Nowhere,
    /// At this byte of the file.
    Offset(u32),
    /// In this object stream, at this index.
    Packed(u32, u16),
}

/// A file being written.
pub struct File {
    bytes: Vec<u8>,
    /// By object number; 0 is the head of the free list.
    places: Vec<Place>,
    packed: Vec<(u32, usize)>,
    pack: Vec<u8>,
}

impl File {
    /// Opens a PDF 1.7 file. The second line tells transfer programs that it is binary.
    pub fn begin() -> File {
        File {
            bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
            places: vec![Place::Nowhere],
            packed: Vec::new(),
            pack: Vec::new(),
        }
    }

    /// The number of an object to come.
    pub fn reserve(&mut self) -> u32 {
        self.reserve_many(1)
    }

    /// The first of `count` consecutive numbers.
    pub fn reserve_many(&mut self, count: usize) -> u32 {
        let first = self.places.len();
        self.places.resize(first + count, Place::Nowhere);
        first as u32
    }

    /// Writes an object that is not a stream.
    pub fn put(&mut self, id: u32, object: &Object) -> Result<(), ReportError> {
        self.packed.push((id, self.pack.len()));
        object::write(&mut self.pack, object);
        self.pack.push(b'\n');
        if self.packed.len() == PER_STREAM {
            self.close_pack()?;
        }
        Ok(())
    }

    /// Writes a stream, compressed.
    pub fn put_stream(
        &mut self,
        id: u32,
        dictionary: Dictionary,
        content: Vec<u8>,
    ) -> Result<(), ReportError> {
        self.put_deflated(id, dictionary, deflate(&content))
    }

    /// Writes a stream that [`deflate`] has already compressed.
    pub fn put_deflated(
        &mut self,
        id: u32,
        mut dictionary: Dictionary,
        content: Vec<u8>,
    ) -> Result<(), ReportError> {
        dictionary.set("Filter", "FlateDecode");
        self.put_as_it_is(id, dictionary, content)
    }

    /// Writes a stream without compressing it.
    pub fn put_as_it_is(
        &mut self,
        id: u32,
        dictionary: Dictionary,
        content: Vec<u8>,
    ) -> Result<(), ReportError> {
        let offset = self.offset()?;
        self.places[id as usize] = Place::Offset(offset);
        let stream = Object::Stream(Stream::new(dictionary, content));
        self.bytes
            .extend_from_slice(format!("{id} 0 obj\n").as_bytes());
        object::write(&mut self.bytes, &stream);
        self.bytes.extend_from_slice(b"\nendobj\n");
        Ok(())
    }

    /// Closes the file: the cross-reference stream names the document's root and its identifiers.
    /// The second identifier is drawn from the bytes, so a changed document shows as a changed one.
    pub fn finish(
        mut self,
        root: u32,
        info: u32,
        identifier: [u8; 16],
    ) -> Result<Vec<u8>, ReportError> {
        self.close_pack()?;
        let id = self.reserve();
        let start = self.offset()?;
        self.places[id as usize] = Place::Offset(start);
        let state = Sha256::digest(&self.bytes);
        let string = |bytes: &[u8]| Object::String(bytes.to_vec(), StringFormat::Hexadecimal);
        let dictionary = dictionary! {
            "Type" => "XRef",
            "Size" => self.places.len() as i64,
            "W" => vec![1.into(), 4.into(), 2.into()],
            "Root" => reference(root),
            "Info" => reference(info),
            "ID" => vec![string(&identifier), string(&state[..16])],
            "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => ROW as i64 },
        };
        let rows = self.cross_references();
        self.put_deflated(id, dictionary, deflate(&rows))?;
        self.bytes
            .extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        Ok(self.bytes)
    }

    fn offset(&self) -> Result<u32, ReportError> {
        u32::try_from(self.bytes.len()).map_err(|_| ReportError::TooLarge {
            what: "more than four gigabytes",
        })
    }

    /// Compresses the open object stream and starts the next one.
    fn close_pack(&mut self) -> Result<(), ReportError> {
        if self.packed.is_empty() {
            return Ok(());
        }
        let id = self.reserve();
        let mut content = String::new();
        for (index, (object, at)) in self.packed.iter().enumerate() {
            self.places[*object as usize] = Place::Packed(id, index as u16);
            content.push_str(&format!("{object} {at} "));
        }
        let first = content.len() as i64;
        let count = self.packed.len() as i64;
        let mut content = content.into_bytes();
        content.append(&mut self.pack);
        self.packed.clear();
        let dictionary = dictionary! { "Type" => "ObjStm", "N" => count, "First" => first };
        self.put_stream(id, dictionary, content)
    }

    /// The rows of the cross-reference stream, each as its difference to the row above (PNG's "up"),
    /// which leaves almost nothing for the compressor to store.
    fn cross_references(&self) -> Vec<u8> {
        let mut rows = Vec::with_capacity(self.places.len() * (ROW + 1));
        let mut above = [0u8; ROW];
        for place in &self.places {
            let (kind, middle, last) = match *place {
                Place::Nowhere => (0, 0, 0xFFFF),
                Place::Offset(offset) => (1, offset, 0),
                Place::Packed(stream, index) => (2, stream, index),
            };
            let mut row = [0u8; ROW];
            row[0] = kind;
            row[1..5].copy_from_slice(&middle.to_be_bytes());
            row[5..].copy_from_slice(&u16::to_be_bytes(last));
            rows.push(2);
            rows.extend(row.iter().zip(above).map(|(now, up)| now.wrapping_sub(up)));
            above = row;
        }
        rows
    }
}

/// Bytes of one cross-reference row: kind, offset or stream, generation or index.
const ROW: usize = 7;

/// Compresses with zlib at its middle level; the higher ones cost twice the time for two per cent.
pub fn deflate(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(
        Vec::with_capacity(content.len() / 3 + 64),
        Compression::new(6),
    );
    // Writing into memory cannot fail; an empty result would be caught by every reader.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}
