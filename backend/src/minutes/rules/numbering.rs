//! The numbers of agenda items, and their order: each before its parts.

use uuid::Uuid;

/// An item as far as its number needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The item.
    pub id: Uuid,
    /// What it is part of.
    pub parent: Option<Uuid>,
    /// Its place among its siblings.
    pub position: i32,
}

/// The items in the order of the agenda with their numbers: `2`, `2.1`. Items come by their positions.
pub fn numbered(items: &[Placed]) -> Vec<(Uuid, String)> {
    let known = |id: Uuid| items.iter().any(|item| item.id == id);
    let mut ordered = Vec::with_capacity(items.len());
    for item in items.iter().filter(|item| item.parent.is_none_or(|parent| !known(parent))) {
        ordered.push((item.id, item.position.to_string()));
        for part in items.iter().filter(|part| part.parent == Some(item.id)) {
            ordered.push((part.id, format!("{}.{}", item.position, part.position)));
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_what_they_are_part_of() {
        let id = |number: u128| Uuid::from_u128(number);
        let item = |number: u128, parent: Option<u128>, position: i32| Placed {
            id: id(number),
            parent: parent.map(Uuid::from_u128),
            position,
        };
        let items = [item(1, None, 1), item(3, Some(2), 1), item(2, None, 2), item(4, Some(2), 2)];
        let numbers = numbered(&items);
        let shown: Vec<_> = numbers.iter().map(|(of, number)| (of.as_u128(), number.as_str())).collect();
        assert_eq!(shown, [(1, "1"), (2, "2"), (3, "2.1"), (4, "2.2")]);
        // What it is part of stands on another agenda.
        assert_eq!(numbered(&[item(5, Some(9), 3)]), [(id(5), "3".to_owned())]);
    }
}
