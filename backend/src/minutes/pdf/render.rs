//! Writing laid out pages as a tagged PDF (PDF/UA-1).

use std::num::NonZeroU16;

use krilla::{
    Document as Writer, SerializeSettings,
    color::luma,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    error::KrillaError,
    geom::{PathBuilder, Point, Rect},
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node as TagNode, SpanTag,
        TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
    },
    text::TextDirection,
};

use super::{
    blocks::Document,
    fonts::Fonts,
    layout::{MARGIN, Node, PAGE, Pages, Role},
};
use crate::error::{ServiceError, ServiceResult};

const FOOT: f32 = 8.5;

/// Writes the pages.
///
/// # Errors
/// Internal, where the library cannot write them.
pub(super) fn render(fonts: &Fonts, document: &Document, pages: &Pages) -> ServiceResult<Vec<u8>> {
    // What is not quite as the standard has it is a tagged PDF all the same.
    write(fonts, document, pages, true)
        .or_else(|error| {
            tracing::warn!(?error, "minutes are no PDF/UA");
            write(fonts, document, pages, false)
        })
        .map_err(|error| ServiceError::broken(format!("minutes cannot be written as PDF: {error:?}")))
}

fn write(fonts: &Fonts, document: &Document, pages: &Pages, strict: bool) -> Result<Vec<u8>, KrillaError> {
    let mut settings = SerializeSettings::default();
    if strict {
        let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        settings.configuration = accessible.finish().unwrap_or_default();
    }
    let mut writer = Writer::new_with(settings);
    let mut marked: Vec<Option<Identifier>> = vec![None; pages.pieces.len()];
    for number in 0..pages.count {
        let Some(size) = PageSettings::from_wh(PAGE.0, PAGE.1) else { continue };
        let mut page = writer.start_page_with(size);
        let mut surface = page.surface();
        surface.set_fill(Some(Fill { paint: luma::Color::black().into(), ..Fill::default() }));
        for (piece, mark) in pages.pieces.iter().zip(&mut marked).filter(|(piece, _)| piece.page == number) {
            *mark = Some(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
            let (place, font) = (Point::from_xy(piece.x, piece.y), fonts.font(piece.bold));
            surface.draw_text(place, font, piece.size, &piece.text, false, TextDirection::LeftToRight);
            surface.end_tagged();
        }
        for (_, y) in pages.rules.iter().filter(|(page, _)| *page == number) {
            rule(&mut surface, *y);
        }
        foot(&mut surface, fonts, document, (number + 1, pages.count));
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(document.language.clone()));
    for node in pages.nodes.iter().filter_map(|node| tagged(node, &mut marked)) {
        tree.push(node);
    }
    writer.set_tag_tree(tree);
    let mut outline = Outline::new();
    for (text, page, y) in &pages.outline {
        let place = XyzDestination::new(*page, Point::from_xy(0.0, *y));
        outline.push_child(OutlineNode::new(text.clone(), place));
    }
    writer.set_outline(outline);
    writer.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .language(document.language.clone())
            .authors(vec![document.author.clone()]),
    );
    writer.finish()
}

/// A thin rule, which means nothing.
fn rule(surface: &mut Surface<'_>, y: f32) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(MARGIN, y, PAGE.0 - 2.0 * MARGIN, 0.6) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        surface.draw_path(&path);
        surface.end_tagged();
    }
}

/// What stands at the foot of each page; readers leave it out.
fn foot(surface: &mut Surface<'_>, fonts: &Fonts, document: &Document, (page, of): (usize, usize)) {
    let text = format!("{} · {} {page}/{of}", document.foot, document.page);
    let text = fonts.writable(&text, false);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let place = Point::from_xy(MARGIN, PAGE.1 - 40.0);
    surface.draw_text(place, fonts.font(false), FOOT, &text, false, TextDirection::LeftToRight);
    surface.end_tagged();
}

/// A group with what it holds; none where it is empty.
fn tagged(node: &Node, marked: &mut Vec<Option<Identifier>>) -> Option<TagNode> {
    let (role, nodes) = match node {
        Node::Piece(at) => return marked.get_mut(*at)?.take().map(TagNode::Leaf),
        Node::Group(role, nodes) => (role, nodes),
    };
    let children: Vec<TagNode> = nodes.iter().filter_map(|node| tagged(node, marked)).collect();
    if children.is_empty() {
        return None;
    }
    let kind: TagKind = match role {
        Role::Heading(level, title) => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Entry => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
    };
    Some(TagNode::Group(TagGroup::with_children(kind, children)))
}
