//! What the app says: the messages of the chosen language, and numbers and dates as people
//! write them. `t("key")` gives text that follows the language; `text("key")` reads it once.

mod catalogue;
pub mod errors;
mod format;
mod locale;

pub use catalogue::{Arg, adopt_early_messages, need, t, t_with, text, text_with};
pub use format::{
    day, day_in_zone, day_short, day_short_with_weekday, day_with_weekday, days_later, days_until,
    month_year, number, time_of_day, time_stamp, today,
};
use locale::start_locale;
pub use locale::{choose_locale, locale};
