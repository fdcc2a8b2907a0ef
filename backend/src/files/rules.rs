//! What may be uploaded, and how a logo is made from what came.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};
use verbund_shared::{
    error::ErrorCode,
    limits::{IMPORT_BYTES_MAX, LOGO_BYTES_MAX},
};

/// A logo's longer side, in pixels.
const LOGO_SIDE: u32 = 512;
/// The longest side a picture may have before it is made smaller.
const SIDE_MAX: u32 = 8_000;
/// Memory for decoding: a small file can claim to be a huge picture.
const DECODE_BYTES_MAX: u64 = 128 * 1024 * 1024;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilePurpose {
    /// An organisation's logo.
    Logo,
    /// A CSV file to be imported.
    Import,
}

impl FilePurpose {
    /// The word in the URL and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Logo => "logo",
            Self::Import => "import",
        }
    }

    /// The purpose for a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Logo, Self::Import].into_iter().find(|purpose| purpose.as_str() == word)
    }

    /// How large a file may be.
    pub const fn bytes_max(self) -> usize {
        match self {
            Self::Logo => LOGO_BYTES_MAX,
            Self::Import => IMPORT_BYTES_MAX,
        }
    }
}

/// A file as it will be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparedFile {
    /// What it is, for the browser.
    pub content_type: &'static str,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// Not a picture of a kind we take, or one that cannot be read.
    NotAnImage,
}

impl Refusal {
    /// The code a person sees.
    pub fn code(self) -> ErrorCode {
        match self {
            Self::Empty => ErrorCode::FileEmpty,
            Self::NotAnImage => ErrorCode::FileType,
        }
    }
}

/// Makes of an upload what is stored; takes time for pictures.
pub fn prepare(purpose: FilePurpose, content: Vec<u8>) -> Result<PreparedFile, Refusal> {
    if content.is_empty() {
        return Err(Refusal::Empty);
    }
    match purpose {
        FilePurpose::Logo => prepare_logo(&content).ok_or(Refusal::NotAnImage),
        FilePurpose::Import => Ok(PreparedFile { content_type: "text/csv", content }),
    }
}

/// Decodes PNG, JPEG or WebP by what the bytes say (never by a name), turns it upright, makes it
/// small and writes it anew: no metadata, no place where a picture was taken, no second file behind it.
fn prepare_logo(content: &[u8]) -> Option<PreparedFile> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(DECODE_BYTES_MAX);
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format().ok()?;
    let format = reader.format()?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) {
        return None;
    }
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    if picture.width() > LOGO_SIDE || picture.height() > LOGO_SIDE {
        picture = picture.resize(LOGO_SIDE, LOGO_SIDE, FilterType::Lanczos3);
    }
    let mut written = Vec::new();
    let content_type = if format == ImageFormat::Jpeg {
        JpegEncoder::new_with_quality(&mut written, 88).encode_image(&picture.to_rgb8()).ok()?;
        "image/jpeg"
    } else {
        picture.to_rgba8().write_to(&mut Cursor::new(&mut written), ImageFormat::Png).ok()?;
        "image/png"
    };
    Some(PreparedFile { content_type, content: written })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(width, height)
            .write_to(&mut Cursor::new(&mut bytes), format)
            .expect("encodes");
        bytes
    }

    fn logo(content: Vec<u8>) -> Result<(&'static str, u32, u32), Refusal> {
        let file = prepare(FilePurpose::Logo, content)?;
        let read = image::load_from_memory(&file.content).expect("decodes again");
        Ok((file.content_type, read.width(), read.height()))
    }

    #[test]
    fn pictures_become_small_and_keep_their_shape() {
        assert_eq!(logo(picture(1_000, 500, ImageFormat::Png)), Ok(("image/png", 512, 256)));
        assert_eq!(logo(picture(60, 40, ImageFormat::Jpeg)), Ok(("image/jpeg", 60, 40)));
        assert_eq!(logo(picture(600, 1_200, ImageFormat::WebP)), Ok(("image/png", 256, 512)));
    }

    #[test]
    fn what_stands_behind_the_picture_is_left_away() {
        let mut bytes = picture(20, 20, ImageFormat::Png);
        bytes.extend_from_slice(b"<script>alert(1)</script>");
        let file = prepare(FilePurpose::Logo, bytes).expect("a picture");
        assert!(!file.content.windows(8).any(|window| window == b"<script>"));
    }

    #[test]
    fn what_is_not_a_picture_is_refused() {
        assert_eq!(logo(vec![]), Err(Refusal::Empty));
        for bytes in [
            b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec(),
            b"GIF89a".to_vec(),
            b"\x89PNG\r\n\x1a\n".to_vec(),
            picture(30, 30, ImageFormat::Png)[..40].to_vec(),
            b"PK\x03\x04".to_vec(),
        ] {
            assert_eq!(logo(bytes), Err(Refusal::NotAnImage));
        }
    }

    #[test]
    fn a_small_file_that_claims_to_be_huge_is_refused() {
        let mut bytes = picture(30, 30, ImageFormat::Png);
        bytes[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert_eq!(logo(bytes), Err(Refusal::NotAnImage));
    }
}
