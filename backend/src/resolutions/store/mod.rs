//! The queries of resolutions.

mod circulars;
mod read;
mod resolutions;

pub use circulars::{
    CircularRow, NewCircular, VoteRow, cast_vote, circulars_of, close_circular, due_circulars, find_circular,
    insert_agenda_item, insert_circular, mark_reminded, to_remind, voters_of, votes_of, waiting_votes,
};
pub use read::{
    ResolutionFilter, ResolutionKey, count_resolutions, in_force_by_vote, resolution_of, resolutions_page,
    superseded_by, wordings_of,
};
pub use resolutions::{
    NewResolution, ResolutionRow, WordingRow, all_of, chain_of, find_resolution, insert_resolution, set_life,
};
