### Dates and authors from the git history.

option-from-history = With dates and authors from the git history; stale pairs go into a file of their own, LANGUAGE.stale.tmx
export-stale-apart = stale: beside the source that they were made from
export-stale-at-home = { PLURAL($n) ->
    [one] { NUM($n) } stale pair stayed at home; into a directory it would go in a file of its own.
   *[other] { NUM($n) } stale pairs stayed at home; into a directory they would go in a file of their own.
}
