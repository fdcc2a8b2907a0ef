//! The order of an agenda: numbers, planned begins, and where an item comes when it is moved.

use std::collections::HashMap;

use uuid::Uuid;

/// An item as far as its place matters. Without a place on the agenda its position is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The item.
    pub id: Uuid,
    /// The item it is part of.
    pub parent: Option<Uuid>,
    /// 1, 2, 3 ... among its siblings; 0: it has no place.
    pub position: i32,
    /// How long it is to take, in minutes.
    pub duration: Option<i32>,
}

/// Where an item stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The item.
    pub id: Uuid,
    /// `1`, or `2.1` for the first part of the second.
    pub number: String,
    /// Minutes after the begin of the meeting; nothing after an item of unknown length.
    pub begins: Option<i32>,
}

fn children(places: &[Place], parent: Option<Uuid>) -> Vec<Place> {
    let mut found: Vec<Place> =
        places.iter().filter(|place| place.parent == parent && place.position > 0).copied().collect();
    found.sort_by_key(|place| (place.position, place.id));
    found
}

/// All items with a place, in their order, each parent before its parts.
pub fn standings(places: &[Place]) -> Vec<Standing> {
    let mut found = Vec::new();
    let mut begins = Some(0);
    for (at, item) in children(places, None).into_iter().enumerate() {
        let number = (at + 1).to_string();
        found.push(Standing { id: item.id, number: number.clone(), begins });
        let mut inner = begins;
        let parts = children(places, Some(item.id));
        for (at, part) in parts.iter().enumerate() {
            found.push(Standing { id: part.id, number: format!("{number}.{}", at + 1), begins: inner });
            inner = after(inner, part.duration);
        }
        let own = after(begins, item.duration);
        // What is said of the whole counts; its parts only where nothing is said, or where they take longer.
        begins = match (own, inner.filter(|_| !parts.is_empty())) {
            (Some(own), Some(inner)) => Some(own.max(inner)),
            (own, inner) => own.or(inner),
        };
    }
    found
}

fn after(begins: Option<i32>, duration: Option<i32>) -> Option<i32> {
    begins?.checked_add(duration?)
}

/// The numbers of all items that have one.
pub fn numbers(places: &[Place]) -> HashMap<Uuid, String> {
    standings(places).into_iter().map(|standing| (standing.id, standing.number)).collect()
}

/// Why an item cannot be moved there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMoved {
    /// The parent is no item of the first level on this agenda, or the item itself.
    Parent,
    /// The item has parts of its own.
    HasParts,
    /// There is no such place among the siblings.
    Position,
}

/// What changes when an item gets another place: item, parent and position of each that moves.
///
/// # Errors
/// See [`NotMoved`].
pub fn moved(
    places: &[Place],
    item: Uuid,
    parent: Option<Uuid>,
    position: i32,
) -> Result<Vec<(Uuid, Option<Uuid>, i32)>, NotMoved> {
    let of = |id: Uuid| places.iter().find(|place| place.id == id && place.position > 0);
    if let Some(parent) = parent {
        if parent == item || of(parent).is_none_or(|place| place.parent.is_some()) {
            return Err(NotMoved::Parent);
        }
        if !children(places, Some(item)).is_empty() {
            return Err(NotMoved::HasParts);
        }
    }
    let mut siblings = children(places, parent);
    siblings.retain(|place| place.id != item);
    let at = usize::try_from(position - 1).ok().filter(|at| *at <= siblings.len());
    let at = at.ok_or(NotMoved::Position)?;
    let mut order: Vec<Uuid> = siblings.iter().map(|place| place.id).collect();
    order.insert(at, item);
    let mut changes = numbered(places, parent, &order);
    let left = of(item).map(|place| place.parent).filter(|left| *left != parent);
    if let Some(left) = left {
        let mut order: Vec<Uuid> = children(places, left).iter().map(|place| place.id).collect();
        order.retain(|id| *id != item);
        changes.extend(numbered(places, left, &order));
    }
    Ok(changes)
}

/// What changes when an item leaves the agenda: its siblings close the gap.
pub fn without(places: &[Place], item: Uuid) -> Vec<(Uuid, Option<Uuid>, i32)> {
    let Some(left) = places.iter().find(|place| place.id == item) else { return Vec::new() };
    let mut order: Vec<Uuid> = children(places, left.parent).iter().map(|place| place.id).collect();
    order.retain(|id| *id != item);
    numbered(places, left.parent, &order)
}

/// Whether an item has parts with a place on the agenda.
pub fn has_parts(places: &[Place], item: Uuid) -> bool {
    !children(places, Some(item)).is_empty()
}

/// Those of an order that are not where they were.
fn numbered(places: &[Place], parent: Option<Uuid>, order: &[Uuid]) -> Vec<(Uuid, Option<Uuid>, i32)> {
    let was =
        |id: Uuid| places.iter().find(|place| place.id == id).map(|place| (place.parent, place.position));
    let now = |(at, id): (usize, &Uuid)| (*id, parent, i32::try_from(at).unwrap_or(i32::MAX - 1) + 1);
    order
        .iter()
        .enumerate()
        .map(now)
        .filter(|(id, parent, position)| was(*id) != Some((*parent, *position)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(id: u128, parent: u128, position: i32, duration: i32) -> Place {
        let some = |id: u128| (id > 0).then(|| Uuid::from_u128(id));
        Place {
            id: Uuid::from_u128(id),
            parent: some(parent),
            position,
            duration: (duration > 0).then_some(duration),
        }
    }

    fn shown(places: &[Place]) -> Vec<String> {
        let show = |standing: Standing| {
            let begins = standing.begins.map_or_else(|| "-".to_owned(), |minutes| minutes.to_string());
            format!("{} {} {begins}", standing.id.as_u128(), standing.number)
        };
        standings(places).into_iter().map(show).collect()
    }

    #[test]
    fn items_are_numbered_and_timed_in_their_order() {
        let places = [
            place(1, 0, 1, 10),
            place(2, 0, 2, 0),
            place(3, 2, 1, 5),
            place(4, 2, 2, 15),
            place(5, 0, 0, 60),
            place(6, 0, 3, 0),
            place(7, 0, 4, 5),
        ];
        assert_eq!(shown(&places), ["1 1 0", "2 2 10", "3 2.1 10", "4 2.2 15", "6 3 30", "7 4 -"]);
    }

    #[test]
    fn the_longer_of_the_whole_and_its_parts_counts() {
        let whole = [place(1, 0, 1, 30), place(2, 1, 1, 5), place(3, 0, 2, 5)];
        assert_eq!(shown(&whole), ["1 1 0", "2 1.1 0", "3 2 30"]);
        let parts = [place(1, 0, 1, 30), place(2, 1, 1, 45), place(3, 0, 2, 5)];
        assert_eq!(shown(&parts), ["1 1 0", "2 1.1 0", "3 2 45"]);
    }

    fn order(places: &[Place], item: u128, parent: u128, position: i32) -> Result<Vec<String>, NotMoved> {
        let parent = (parent > 0).then(|| Uuid::from_u128(parent));
        let changes = moved(places, Uuid::from_u128(item), parent, position)?;
        let mut after = places.to_vec();
        for (id, parent, position) in changes {
            let place = after.iter_mut().find(|place| place.id == id).unwrap();
            (place.parent, place.position) = (parent, position);
        }
        let show = |standing: Standing| format!("{}={}", standing.number, standing.id.as_u128());
        Ok(standings(&after).into_iter().map(show).collect())
    }

    #[test]
    fn an_item_is_moved_and_no_gap_stays() {
        let places = [place(1, 0, 1, 0), place(2, 0, 2, 0), place(3, 0, 3, 0), place(4, 3, 1, 0)];
        let words = |words: &[&str]| Ok(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(order(&places, 3, 0, 1), words(&["1=3", "1.1=4", "2=1", "3=2"]));
        assert_eq!(order(&places, 1, 0, 3), words(&["1=2", "2=3", "2.1=4", "3=1"]));
        assert_eq!(order(&places, 1, 3, 1), words(&["1=2", "2=3", "2.1=1", "2.2=4"]));
        assert_eq!(order(&places, 4, 0, 2), words(&["1=1", "2=4", "3=2", "4=3"]));
        assert_eq!(order(&places, 1, 4, 1), Err(NotMoved::Parent));
        assert_eq!(order(&places, 1, 1, 1), Err(NotMoved::Parent));
        assert_eq!(order(&places, 3, 1, 1), Err(NotMoved::HasParts));
        for position in [0, 5, -1] {
            assert_eq!(order(&places, 4, 0, position), Err(NotMoved::Position));
        }
        assert_eq!(order(&places, 1, 0, 1), words(&["1=1", "2=2", "3=3", "3.1=4"]));
    }

    #[test]
    fn who_leaves_leaves_no_gap() {
        let places = [place(1, 0, 1, 0), place(2, 0, 2, 0), place(3, 0, 3, 0)];
        let expected = [(Uuid::from_u128(2), None, 1), (Uuid::from_u128(3), None, 2)];
        assert_eq!(without(&places, Uuid::from_u128(1)), expected);
        assert!(without(&places, Uuid::from_u128(3)).is_empty());
    }
}
