//! What the file says of itself, for programs (XMP) and in the old form (document information).

use lopdf::{Dictionary, Object, dictionary};
use sha2::{Digest, Sha256};

use crate::error::ReportError;
use crate::tree::Meta;

use super::file::File;
use super::text;

/// The file's permanent identifier: drawn from the document's stable name alone, so that every
/// version of a document carries the same one.
pub fn file_identifier(meta: &Meta) -> [u8; 16] {
    digest(&["document", &meta.document_id])
}

fn digest(parts: &[&str]) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in parts {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let mut id = [0; 16];
    id.copy_from_slice(&hash.finalize()[..16]);
    id
}

/// The document information dictionary.
pub fn info(meta: &Meta) -> Dictionary {
    let moment = meta.created.format("D:%Y%m%d%H%M%S+00'00'").to_string();
    dictionary! {
        "Title" => text::string(&meta.title),
        "Author" => text::string(&meta.author),
        "Subject" => text::string(&meta.subject),
        "Creator" => text::string(&meta.producer),
        "Producer" => text::string(&meta.producer),
        "CreationDate" => Object::string_literal(moment.clone()),
        "ModDate" => Object::string_literal(moment),
    }
}

/// Writes the XMP packet, uncompressed so that any program can find it.
pub fn write_xmp(meta: &Meta, file: &mut File) -> Result<u32, ReportError> {
    let id = file.reserve();
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    file.put_as_it_is(id, dictionary, xmp(meta).into_bytes())?;
    Ok(id)
}

fn xmp(meta: &Meta) -> String {
    let Meta {
        title,
        author,
        subject,
        lang,
        producer,
        created,
        document_id,
    } = meta;
    let moment = created.format("%Y-%m-%dT%H:%M:%S+00:00").to_string();
    let document = uuid(file_identifier(meta));
    let instance = uuid(digest(&["instance", document_id, &moment]));
    let [title, author, subject, lang, producer] =
        [title, author, subject, lang, producer].map(|text| escaped(text));
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:PDFVersion>1.7</pdf:PDFVersion>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{EXTENSION}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        mark = '\u{FEFF}',
    )
}

/// PDF/A-2 knows every schema used here but the one of PDF/UA, which therefore describes itself.
const EXTENSION: &str = r#"<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

/// A name-based UUID (version 8: own derivation) from an identifier.
fn uuid(mut id: [u8; 16]) -> String {
    id[6] = id[6] & 0x0F | 0x80;
    id[8] = id[8] & 0x3F | 0x80;
    let hex: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        "{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

/// Text as XML content; characters that XML 1.0 cannot hold at all become U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_any_kind_stays_well_formed() {
        assert_eq!(escaped("R&D <a>\u{1}\n"), "R&amp;D &lt;a&gt;\u{FFFD} ");
    }

    #[test]
    fn identifiers_tell_documents_apart() {
        assert_ne!(digest(&["ab", "c"]), digest(&["a", "bc"]));
        let id = uuid(digest(&["x"]));
        assert_eq!((id.len(), &id[14..15]), (36, "8"));
    }
}
