# Minutes: writing, review, signing, comparing.
