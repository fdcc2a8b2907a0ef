# What went wrong, one sentence per error code of `shared/src/error.rs`.

error-network = The server cannot be reached right now. What you typed is still here. Check your connection and try again.
error-internal-with-id = Something went wrong on our side. What you typed is still here. If it keeps happening, please tell us the reference { $id }.

error-bad-request = The request could not be understood. Reload the page and try again.
error-payload-too-large = This is too large: at most { $megabytes } MB are possible.
error-unknown-operation = The application has been renewed. Reload the page and try again.
error-query-too-complex = This request is too extensive.
error-timeout = This took too long and was stopped. Please try again.
error-rate-limited = { $minutes ->
    [one] Too many attempts. Please wait a minute.
   *[other] Too many attempts. Please wait { $minutes } minutes.
 }
error-internal = Something went wrong on our side. What you typed is still here. Please try again in a moment.

error-unauthenticated = Your sign-in has expired. Please sign in again.
error-forbidden = You do not have the right to do this. “Who may do what?” tells who has.
error-not-found = This does not exist, or it is not visible to you.
error-invalid-credentials = The e-mail address or the password is not right.
error-second-factor-required = Please enter the code from your authenticator app.
error-second-factor-wrong = This code is not right or has been used already.
error-password-wrong = This password is not right.
error-link-invalid = This link is incomplete, has expired or has been used already.

error-validation = Some entries are not right yet.
error-conflict = Somebody has changed this in the meantime. What you typed is still here: compare it with the new state, then save again.
error-state-forbids = This is not possible in its present state.
error-last-of-its-kind = This is not possible because nobody would be left to do this job.
error-in-use = This is still in use and can therefore not be removed.

error-required = Please fill in this field.
error-too-long = This is too long: at most { $max } characters are possible.
error-too-short = This is too short: at least { $min } characters are needed.
error-too-many = These are too many: at most { $max } are possible.
error-invalid-email = This is not an e-mail address, such as name@example.org.
error-invalid-url = This is not a web address that begins with https:// or http://.
error-invalid-phone = This is not a phone number, such as +49 391 123456.
error-invalid-date = There is no such date.
error-date-order = The end is before the beginning.
error-outside-period = This day lies outside the agreed period.
error-date-out-of-range = Choose a day from { $earliest } to { $latest }.
error-time-skipped = This time does not exist on that day: the clocks go forward to summer time.
error-time-out-of-range = A time from { $earliest } to { $latest } is possible here.
error-overlap = This overlaps with another period of the same person.
error-votes-too-many = These are { $sum } votes together, but only { $max } are there.
error-invalid-value = This value is not possible here.
error-invalid-characters = This contains characters that are not allowed here.
error-unknown-reference = “{ $value }” is not known.
error-duplicate = This already exists.
error-password-too-easy = This password is too easy to guess. Take three or four words that do not belong together, for example.

error-file-type = This kind of file is not possible here. Allowed: { $allowed }.
error-quota-exceeded = The group has no room left for this file. Remove what is no longer needed.
error-file-empty = The file is empty.
error-file-encoding = The characters of the file cannot be read. Save it as CSV in UTF-8.
error-column-missing = The column “{ $column }” is missing.
error-column-unknown = The column “{ $column }” is not known.
error-too-many-rows = These are too many rows: at most { $max } at a time are possible.
