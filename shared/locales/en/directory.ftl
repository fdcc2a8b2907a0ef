# The public directory: lists of offers and members, their filters, and the exports.

directory-offers-title = Support offers
directory-offers-intro = Advice, courses and personal support around migration and work. Filter by topic, district, target group and language.
directory-offers-search = Search offers
directory-offers-example = for example language course care
directory-offers-count = { $count ->
    [0] No offers
    [one] One offer
   *[other] { $count } offers
 }
directory-offers-none = There is no offer for this at the moment.
directory-offers-map = Offers by district
directory-offers-entries = Offers found

directory-members-title = Members
directory-members-intro = These organisations work together in the network. Find out who helps near you and with your topic.
directory-members-search = Search members
directory-members-example = for example chamber Magdeburg
directory-members-count = { $count ->
    [0] No members
    [one] One member
   *[other] { $count } members
 }
directory-members-none = There is no member for this.
directory-members-map = Members by district
directory-members-entries = Members found

directory-none-hint = Take a filter away, or search with a shorter word. Parts of words are found too.
directory-none-clear = Remove all filters
directory-corrected = Nothing was found for “{ $text }”. We searched for “{ $corrected }” instead.
directory-word = “{ $text }”
directory-statewide = statewide
directory-statewide-long = all of Saxony-Anhalt
directory-map-hint = Each tile stands for a district or an independent town; statewide offers count in all of them. Choose a tile to filter by it.
directory-members-map-hint = Each tile stands for a district or an independent town; members that work statewide count in all of them. Choose a tile to filter by it.

directory-view = View
directory-view-list = List
directory-view-map = Map

directory-facet-topic = Topic
directory-facet-district = District
directory-facet-target-group = Target group
directory-facet-language = Language
directory-facet-form = Form of help
directory-facet-cost = Cost
directory-facet-kind = Kind of organisation

directory-kind-authority = Public authority
directory-kind-chamber = Chamber
directory-kind-education-provider = Training provider
directory-kind-association = Association
directory-kind-project = Project
directory-kind-company = Company
directory-kind-university = University
directory-kind-other = Other

directory-export-name = Name
directory-export-short-name = Short name
directory-export-purpose = Purpose
directory-export-website = Website
directory-export-email = E-mail
directory-export-phone = Phone
directory-export-street = Street
directory-export-postal-code = Postal code
directory-export-city = Town
directory-export-link = Page in the directory
