//! The typeface, and how wide its letters are.

use krilla::text::Font;
use ttf_parser::Face;

static REGULAR: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/atkinson-next-regular.ttf"));
static BOLD: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/atkinson-next-bold.ttf"));

/// One weight.
struct Weight {
    font: Font,
    face: Face<'static>,
}

impl Weight {
    fn load(bytes: &'static [u8]) -> Option<Self> {
        Some(Self { font: Font::new(bytes.into(), 0)?, face: Face::parse(bytes, 0).ok()? })
    }

    fn has(&self, c: char) -> bool {
        self.face.glyph_index(c).is_some()
    }

    /// The width at size 1.
    fn width(&self, text: &str) -> f32 {
        let advance = |c| self.face.glyph_index(c).and_then(|glyph| self.face.glyph_hor_advance(glyph));
        let units: u32 = text.chars().filter_map(advance).map(u32::from).sum();
        // Far below what a float holds exactly.
        units as f32 / f32::from(self.face.units_per_em())
    }
}

/// Both weights of the typeface.
pub(super) struct Fonts {
    regular: Weight,
    bold: Weight,
}

impl Fonts {
    /// Reads them; none where they are broken.
    pub(super) fn load() -> Option<Self> {
        Some(Self { regular: Weight::load(REGULAR)?, bold: Weight::load(BOLD)? })
    }

    fn weight(&self, bold: bool) -> &Weight {
        if bold { &self.bold } else { &self.regular }
    }

    /// For drawing.
    pub(super) fn font(&self, bold: bool) -> Font {
        self.weight(bold).font.clone()
    }

    /// How wide a text is.
    pub(super) fn width(&self, text: &str, bold: bool, size: f32) -> f32 {
        self.weight(bold).width(text) * size
    }

    /// The text as the typeface can write it: letters that it lacks are shown as such, marks that nobody sees
    /// are left out.
    pub(super) fn writable(&self, text: &str, bold: bool) -> String {
        let weight = self.weight(bold);
        let letter = |c: char| match c {
            '\t' | '\u{a0}' | '\u{202f}' => Some(' '),
            c if c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}') => None,
            '☑' | '✓' => Some('×'),
            '☐' => Some('–'),
            c if weight.has(c) => Some(c),
            _ => Some('?'),
        };
        text.chars().filter_map(letter).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_typeface_writes_german_and_names_of_neighbours() {
        let fonts = Fonts::load().expect("is part of the program");
        for text in ["Größe – „Äußerung“ 1.000 €", "Łukasz Čapek, İnci Şahin"] {
            for bold in [false, true] {
                assert_eq!(fonts.writable(text, bold), text);
            }
        }
        assert_eq!(fonts.writable("a\u{ad}b\u{a0}c 李\n", false), "ab c ?");
        let (narrow, wide) = (fonts.width("il", false, 10.0), fonts.width("WM", false, 10.0));
        assert!(narrow > 0.0 && narrow < wide);
        assert!(fonts.width("Protokoll", true, 10.0) > fonts.width("Protokoll", false, 10.0));
    }
}
