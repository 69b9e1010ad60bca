//! The faces paper and screen are set in. Only these: no font of the machine is ever asked, so the
//! same input gives the same pages everywhere. Licences stand beside the files in
//! `assets/fonts/licences`.

use crate::tree::FaceId;

/// One bundled face.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// Name of the family, as its name table gives it.
    pub family: &'static str,
    /// PostScript name: unique among the faces, fit for a font id.
    pub name: &'static str,
    /// CSS weight.
    pub weight: u16,
    /// Whether it is an italic.
    pub italic: bool,
    /// Under which terms it is here: SPDX id.
    pub licence: &'static str,
    /// File of the licence text in `assets/fonts/licences`.
    pub licence_file: &'static str,
    /// The TrueType file.
    pub bytes: &'static [u8],
}

macro_rules! faces {
    ($($id:ident = $at:literal: $family:literal $name:literal $weight:literal $italic:literal $licence:literal $licence_file:literal $file:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`.")]
            pub const $id: FaceId = FaceId($at);
        )*
        /// Every face; a [`FaceId`] is the index.
        pub const FACES: &[Face] = &[$(
            Face {
                family: $family,
                name: $name,
                weight: $weight,
                italic: $italic,
                licence: $licence,
                licence_file: $licence_file,
                bytes: include_bytes!(concat!("../../../../assets/fonts/", $file)),
            },
        )*];
    };
}

faces! {
    SANS = 0: "IBM Plex Sans" "IBMPlexSans-Regular" 400 false "OFL-1.1" "ibm-plex-sans.txt" "IBMPlexSans-Regular.ttf";
    SANS_ITALIC = 1: "IBM Plex Sans" "IBMPlexSans-Italic" 400 true "OFL-1.1" "ibm-plex-sans.txt" "IBMPlexSans-Italic.ttf";
    SANS_STRONG = 2: "IBM Plex Sans" "IBMPlexSans-SemiBold" 600 false "OFL-1.1" "ibm-plex-sans.txt" "IBMPlexSans-SemiBold.ttf";
    SERIF_STRONG = 3: "IBM Plex Serif" "IBMPlexSerif-SemiBold" 600 false "OFL-1.1" "ibm-plex-serif.txt" "IBMPlexSerif-SemiBold.ttf";
    MONO = 4: "IBM Plex Mono" "IBMPlexMono-Regular" 400 false "OFL-1.1" "ibm-plex-mono.txt" "IBMPlexMono-Regular.ttf";
    ARABIC = 5: "Noto Sans Arabic" "NotoSansArabic-Regular" 400 false "OFL-1.1" "noto-sans-arabic.txt" "NotoSansArabic-Regular.ttf";
    ARABIC_STRONG = 6: "Noto Sans Arabic" "NotoSansArabic-SemiBold" 600 false "OFL-1.1" "noto-sans-arabic.txt" "NotoSansArabic-SemiBold.ttf";
    HEBREW = 7: "Noto Sans Hebrew" "NotoSansHebrew-Regular" 400 false "OFL-1.1" "noto-sans-hebrew.txt" "NotoSansHebrew-Regular.ttf";
    HEBREW_STRONG = 8: "Noto Sans Hebrew" "NotoSansHebrew-SemiBold" 600 false "OFL-1.1" "noto-sans-hebrew.txt" "NotoSansHebrew-SemiBold.ttf";
    HAN = 9: "Droid Sans Fallback" "DroidSansFallback" 400 false "Apache-2.0" "droid-sans-fallback.txt" "DroidSansFallback-Full.ttf";
    HANGUL = 10: "NanumGothic" "NanumGothic" 400 false "OFL-1.1" "nanum-gothic.txt" "NanumGothic-Regular.ttf";
    MATH = 11: "Noto Sans Math" "NotoSansMath-Regular" 400 false "OFL-1.1" "noto-sans-math.txt" "NotoSansMath-Regular.ttf";
    SYMBOLS = 12: "Noto Sans Symbols 2" "NotoSansSymbols2-Regular" 400 false "OFL-1.1" "noto-sans-symbols-2.txt" "NotoSansSymbols2-Regular.ttf";
    EMOJI = 13: "Noto Emoji" "NotoEmoji-Regular" 400 false "OFL-1.1" "noto-emoji.txt" "NotoEmoji-Regular.ttf";
}

/// The TrueType file of a face; the first face for an id that does not exist.
pub fn face(id: FaceId) -> &'static [u8] {
    FACES.get(usize::from(id.0)).unwrap_or(&FACES[0]).bytes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use skrifa::raw::TableProvider;
    use skrifa::string::StringId;
    use skrifa::{FontRef, MetadataProvider};

    #[test]
    fn every_face_is_what_it_says_and_may_be_embedded() {
        for (index, face) in FACES.iter().enumerate() {
            let font = FontRef::new(face.bytes).unwrap();
            let string = |id| {
                font.localized_strings(id)
                    .english_or_first()
                    .unwrap()
                    .to_string()
            };
            assert_eq!(string(StringId::POSTSCRIPT_NAME), face.name, "face {index}");
            let restrictions = font.os2().unwrap().fs_type() & 0b10;
            assert_eq!(restrictions, 0, "{} forbids embedding", face.name);
            let licence = concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../assets/fonts/licences/"
            );
            assert!(
                std::path::Path::new(licence)
                    .join(face.licence_file)
                    .is_file()
            );
        }
    }
}
