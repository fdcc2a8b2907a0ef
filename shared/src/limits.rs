//! How long, how many, how large: the limits both sides check.

/// A name or title, in characters.
pub const NAME_MAX: usize = 200;
/// A short line such as a phone number or a town.
pub const LINE_MAX: usize = 120;
/// A longer text, such as a purpose or a reason.
pub const TEXT_MAX: usize = 5_000;
/// A web address.
pub const URL_MAX: usize = 500;
/// An e-mail address (RFC 5321, section 4.5.3.1.3).
pub const EMAIL_MAX: usize = 254;
/// A password's least length (NIST SP 800-63B and ASVS 5.0 6.2.1 ask for at least 8; we ask for more).
pub const PASSWORD_MIN: usize = 12;
/// A password's greatest length; longer ones are refused, not cut.
pub const PASSWORD_MAX: usize = 128;
/// Terms of one kind on one thing.
pub const TERMS_MAX: usize = 40;
/// Entries of one page of a list.
pub const PAGE_MAX: i32 = 100;
/// Entries of one page when nothing is said.
pub const PAGE_DEFAULT: i32 = 20;
/// A logo, in bytes.
pub const LOGO_BYTES_MAX: usize = 2 * 1024 * 1024;
/// A CSV file for import, in bytes.
pub const IMPORT_BYTES_MAX: usize = 8 * 1024 * 1024;
/// A file of a group, in bytes.
pub const GROUP_FILE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// Rows of one import.
pub const IMPORT_ROWS_MAX: usize = 10_000;
/// Days before an offer's check is due in which its organisation is asked.
pub const OFFER_DUE_DAYS: u64 = 14;
/// Days before which a membership may be planned to begin.
pub const MEMBERSHIP_AHEAD_DAYS: u64 = 366;
/// The first day a membership can have begun on: what is earlier is mistyped.
pub const MEMBERSHIP_EARLIEST: &str = "1900-01-01";
/// A text that is searched for.
pub const SEARCH_MAX: usize = 200;
