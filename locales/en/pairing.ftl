### Which page belongs to which: `list --guess`, links, `[pairs]`.

option-guess = Guess by what pages say which of those left over belong together
list-by-link = Paired by their links (hreflang, language switcher):
list-guesses = Guessed by what they say, the surest first:
list-guess-line = { $source } → { $target } ({ $language }, confidence { NUM($confidence) })
list-guesses-none = No pages that were left over seem to belong together.
list-guess-help =
    Look at them, and write what is right into hexapla.toml:
standard-input = standard input
option-init-targets = Languages to translate into, parted by commas; for a site that is not translated yet
list-idle = Patterns of `skip` and `not-offered` that match nothing:
