# The start page.

home-search = What do you need support with?
home-search-example = for example recognition or language course
home-glance = { $offers ->
    [one] One offer
   *[other] { $offers } offers
 } by { $members ->
    [one] one member
   *[other] { $members } members
 }
home-newest = Confirmed most recently
home-all-offers = All offers
home-map = Offers in your region
home-topics = What it is about
home-purpose = What connects us
home-principles = How we work
home-join-title = Join us
home-join-text = Does your organisation advise, accompany or train? Then apply for membership. You need no account for it, and you can see at any time how far your application is.
home-join-action = Become a member
