//! A schematic map: one tile per district, placed as on the real map, with a count in each.
//! The darker a tile, the more there is; the number says the same.

use leptos::prelude::*;

use crate::i18n::number;

/// One district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Its name.
    pub name: String,
    /// Column, from 0.
    pub x: i64,
    /// Row, from 0.
    pub y: i64,
    /// How much there is, where that is known.
    pub count: Option<i64>,
    /// Where it leads.
    pub href: String,
    /// Whether it is chosen.
    pub current: bool,
}

/// The steps between the lightest and the darkest tile.
const STEPS: i64 = 4;
/// Rows and columns that the style sheet knows.
const MOST: i64 = 9;

/// The map.
#[component]
pub fn TileMap(
    /// What it shows.
    #[prop(into)]
    label: Signal<String>,
    /// The districts, in the order in which they are read out.
    #[prop(into)]
    tiles: Signal<Vec<Tile>>,
) -> AnyView {
    let items = move || {
        let tiles = tiles.get();
        let counts = tiles.iter().filter_map(|tile| tile.count).filter(|count| *count > 0);
        let range = (counts.clone().min().unwrap_or(0), counts.max().unwrap_or(0));
        let list: Vec<AnyView> = tiles.into_iter().map(|tile| tile_view(tile, range)).collect();
        list
    };
    view! { <nav class="tile-map" aria-label=label><ul>{items}</ul></nav> }.into_any()
}

fn tile_view(tile: Tile, (least, most): (i64, i64)) -> AnyView {
    let Tile { name, x, y, count, href, current } = tile;
    let place = format!("tile tile-x-{} tile-y-{}", x.clamp(0, MOST), y.clamp(0, MOST));
    let step = match count {
        Some(count) if count > 0 => 1 + (count - least) * STEPS / (most - least + 1),
        _ => 0,
    };
    let class = format!("tile-link tile-step-{step}");
    let count = count.map(|count| view! { <span class="tile-count">{number(count)}</span> });
    view! {
        <li class=place>
            <a class=class href=href aria-current=current.then_some("true")>
                <span class="tile-name">{breakable(&name)}</span>
                {count}
            </a>
        </li>
    }
    .into_any()
}

/// Long names of places break before their parts (`Burgen-land-kreis`), not anywhere.
fn breakable(name: &str) -> String {
    const SOFT_HYPHEN: &str = "\u{ad}";
    const SHORTEST: usize = 10;
    const PARTS: [&str; 4] = ["kreis", "land", "burg", "stadt"];
    let word = |word: &str| {
        let mut word = word.to_owned();
        if word.len() >= SHORTEST {
            for part in PARTS {
                word = word.replace(part, &format!("{SOFT_HYPHEN}{part}"));
            }
        }
        word
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
