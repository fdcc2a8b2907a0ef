//! Signing in and staying so, passwords, second factor, invitations, leaving.

mod email_change;
mod first_start;
mod invitation_accept;
mod invitations;
mod new_device;
mod own_account;
mod passwords;
mod person_delete;
mod second_factor;
mod session_refresh;
mod sign_in;
mod sign_out;
