# Agenda items in words, for a meeting, its course and its minutes.
agenda-kind-information = Information
agenda-kind-discussion = Discussion
agenda-kind-decision = Decision
agenda-kind-election = Election
agenda-kind-minutes_approval = Approval of minutes
agenda-item-submitted = submitted
agenda-item-scheduled = open
agenda-item-in_discussion = in discussion
agenda-item-decided = decided
agenda-item-noted = noted
agenda-item-deferred = deferred
agenda-item-withdrawn = withdrawn
