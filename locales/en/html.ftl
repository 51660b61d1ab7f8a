### The report as a page for a browser, and `hexapla diff`.
###
### Glossary: column, row, page, state (of a segment), source.

html-languages = Languages
html-pages = Pages with something to do
html-work = What is to be done
html-legend = What the signs mean
html-all = all
html-state = state
html-minor = slightly out of date
html-other = other
html-all-pages = All pages
html-whole-page = the whole page
html-no-source = not in the source
html-nothing = nothing to do

## diff

command-diff = Show what changed in the source beside the sentence to fix
command-diff-details =
    Shows, for a page and its translations, what changed in the source since it was translated: words that went `[-so-]`,
    words that came `{"{"}+so+{"}"}`, and under them the sentence of the translation that should follow. New sentences and those whose
    source is gone are shown, too.
command-diff-examples =
    hexapla diff content/de/garden.md --language ru
        What is to be done on the Russian page
    hexapla diff content/ru/garden.md
        The same: a translation may be named as well
    hexapla diff content/de --base ../site-of-last-year
        All pages of a directory, beside an earlier copy
argument-diff-pages = Source pages or translations, or directories of them
diff-changes = { $language }: { PLURAL($n) ->
    [one] { NUM($n) } change
   *[other] { NUM($n) } changes
}
diff-none = Nothing has changed in the source that the translation lacks.
