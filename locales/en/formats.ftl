### The forms in which a report leaves.
###
### Glossary: form (of a report), finding, gate, source, translation; titles of rules are short, without a full stop.

option-report-format = The form of the output; FORM=FILE writes it to a file instead. May be given several times
error-format-no-file = `--format { $format }=` names no file.
    .remedy = Write `--format { $format }=FILE`, or `--format { $format }` for standard output.
error-formats-one-output = `{ $first }` and `{ $second }` cannot both go to standard output.
    .remedy = Send one of them to a file: `--format { $second }=FILE`.
error-formats-one-file = `{ $first }` and `{ $second }` would both be written to { $path }.
    .remedy = Give each a file of its own.

list-more = { $head }, { $last }
said-and-beside = { $said }; { $beside }.
percent = { NUM($n) }%
report-left-out = Not shown here: { $what }. What is worst is shown; `hexapla check` lists everything.

## Markdown and HTML

markdown-title = Translations
column-language = language
column-page = page
column-translated = translated
column-up-to-date = up to date
column-untranslated = untranslated
column-stale = stale
column-obsolete = obsolete
column-unknown = unknown
markdown-more-pages = { PLURAL($n) ->
    [one] { NUM($n) } more page is not finished.
   *[other] { NUM($n) } more pages are not finished.
}

## Titles of rules

title-missing-page = Page not translated
title-missing-segment = Sentence not translated
title-deleted-target = Translation deleted
title-untranslated-copy = Still as in the source
title-wrong-language = Wrong language
title-stale = Out of date
title-stale-minor = Slightly out of date
title-obsolete-segment = Source is gone
title-extra-segment = No counterpart in the source
title-orphan-page = Page without a source
title-unverified = Nothing known of its source
title-numbers = Numbers differ
title-spelled-numbers = Number on one side only
title-links = Addresses differ
title-inline-codes = Markup differs
title-placeholders = Placeholders differ
title-punctuation = Closing sign differs
title-length = Unusual length
title-inconsistent = Translated in different ways
title-empty-page = Empty page
title-odd-page = Odd page
title-unreadable-page = Unreadable page
title-unused-marker = Marker without effect
