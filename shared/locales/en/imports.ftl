# Messages of the imports pages.

imports-intro = Read a CSV file, see what would happen, and only then take it over.
imports-kind-organisations = Organisations
imports-kind-people = People
imports-kind-offers = Offers
imports-file = CSV file
imports-file-hint = Separated by semicolon, comma or tab; encoded in UTF-8 or Windows; at most 10,000 rows. Uploading changes nothing yet.
imports-columns-title = Which columns the file can have
imports-columns-order = The first line names the columns, in German or English, in any order. Several terms in one cell are separated by |. Empty cells empty the field; columns that are missing stay untouched.
imports-columns-needed = Needed
imports-columns-free = Possible
imports-people-hint = Imported people set their password themselves by “Forgot password”. A person can stand in several lines, one for each role.
imports-reading = The file is being read and compared …

imports-preview-title = Preview: { $file }
imports-preview-text = Nothing has changed yet. Look through the rows and then take them over, or put the file aside.
imports-applied-title = Taken over: { $file }
imports-applied-text = The rows are now in the system. Reading the same file again changes nothing.
imports-discarded-title = Put aside: { $file }
imports-discarded-text = Nothing of this file was taken over.
imports-filter = Rows by outcome
imports-all = All ({ $count })
imports-outcome-new = New
imports-outcome-changed = Changed
imports-outcome-unchanged = Unchanged
imports-outcome-warning = Note
imports-outcome-error = Error
imports-count = { $label } ({ $count })
imports-line = Line
imports-what = Entry
imports-outcome = Outcome
imports-details = What happens
imports-no-rows = No row has this outcome.
imports-empty-value = empty
imports-apply = { $count ->
    [one] Take over one row
   *[other] Take over { $count } rows
 }
imports-apply-title = Take over the rows?
imports-apply-text = { $errors ->
    [0] All new and changed rows are written in one step.
    [one] All new and changed rows are written in one step. One row with an error is left out.
   *[other] All new and changed rows are written in one step. { $errors } rows with errors are left out.
 }
imports-apply-confirm = Take over now
imports-nothing = There is nothing in this file to take over.
imports-discard = Put aside
imports-done = The rows have been taken over.
imports-discarded = The file has been put aside.
imports-another = Read another file

imports-note-same-line = The same stands in line { $line } already.
imports-hint-formula = The cell begins like a formula. It is taken over as text.
imports-hint-matched-by-name = Recognised by its name, because nothing has this key yet.
imports-hint-membership-kept = The membership differs and stays as it is. Change it on the members page.
imports-hint-role-dates-kept = The role in the network exists already with other days, which stay.
imports-hint-other-organisation = This key belongs to another organisation’s offer.
imports-hint-contradicts = Line { $line } says something else about the same person.
