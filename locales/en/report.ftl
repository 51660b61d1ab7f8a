### Reports: status, check, alignments.
###
### Glossary: segment, word, coverage, current, minor, untranslated, stale, obsolete (its source is gone), unknown
### (nothing tells what it was made from), finding, page, gate.

count-segments = { PLURAL($n) ->
    [one] { NUM($n) } segment
   *[other] { NUM($n) } segments
}

count-words = { PLURAL($n) ->
    [one] { NUM($n) } word
   *[other] { NUM($n) } words
}

# The name of a language; a tag that is not listed stands for itself.
language-name = { $tag ->
    [ar] Arabic
    [bg] Bulgarian
    [cs] Czech
    [da] Danish
    [de] German
    [el] Greek
    [en] English
    [es] Spanish
    [et] Estonian
    [fa] Persian
    [fi] Finnish
    [fr] French
    [he] Hebrew
    [hr] Croatian
    [hu] Hungarian
    [it] Italian
    [ja] Japanese
    [ko] Korean
    [ku] Kurdish
    [lt] Lithuanian
    [lv] Latvian
    [nb] Norwegian
    [nl] Dutch
    [pl] Polish
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [sk] Slovak
    [sl] Slovenian
    [sq] Albanian
    [sr] Serbian
    [sv] Swedish
    [tr] Turkish
    [uk] Ukrainian
    [vi] Vietnamese
    [zh] Chinese
   *[other] { $tag }
}

## status. The marks before the counts are those of the table's columns.

status-title = { PLURAL($n) ->
    [one] { NUM($n) } page
   *[other] { NUM($n) } pages
} · source language: { $language }
status-translated = { NUM($percent) }% translated
status-up-to-date = { NUM($percent) }% up to date
status-words = { NUM($done) } of { PLURAL($all) ->
    [one] { NUM($all) } word
   *[other] { NUM($all) } words
}
status-segments = { NUM($done) } of { PLURAL($all) ->
    [one] { NUM($all) } segment
   *[other] { NUM($all) } segments
}
state-untranslated = { NUM($n) } untranslated
state-stale = { NUM($n) } stale
state-obsolete = { NUM($n) } obsolete
state-unknown = { NUM($n) } unknown
status-column-current = current
status-column-words = words
status-column-segments = segments
status-missing = missing
status-not-offered = not offered
status-complete = { PLURAL($n) ->
    [one] { NUM($n) } page is complete
   *[other] { NUM($n) } pages are complete
}
status-set-apart = Set apart, not counted: { $what }
status-unknown-hint = Unknown: nothing tells what these segments were translated from. A git history does, a memory (`hexapla import`), or an earlier copy (`--base`).
history-absent = There is no git history to tell what is stale; only the memory does.
history-squashed = All pages came in one commit, so history does not tell what was translated from what.
set-apart-boilerplate = { PLURAL($n) ->
    [one] { NUM($n) } segment of the template
   *[other] { NUM($n) } segments of the template
}
set-apart-switcher = { PLURAL($n) ->
    [one] { NUM($n) } link to another language
   *[other] { NUM($n) } links to other languages
}
set-apart-untranslatable = { PLURAL($n) ->
    [one] { NUM($n) } segment not to be translated
   *[other] { NUM($n) } segments not to be translated
}

## check: what is wrong, and what to do about it

rule-missing-page = This page does not exist in { $language }.
remedy-missing-page = Translate it, or declare it under `not-offered` in hexapla.toml.
rule-missing-segment = This has no translation in { $language }.
remedy-missing-segment = Translate it and put it in its place on the page.
rule-deleted-target = The { $language } translation of this was deleted.
remedy-deleted-target = Restore the translation, or delete the sentence in the source as well.
rule-untranslated-copy = This still stands here as in the source.
remedy-untranslated-copy = Translate it; what must stay as it is can be marked with `translate="no"`.
rule-wrong-language = This is not in { $language }.
remedy-wrong-language = Translate it, or mark the language that it is in with `lang`.
rule-stale = The source has changed since this was translated.
remedy-stale = Bring the translation up to the new wording.
rule-stale-minor = The source has changed slightly since this was translated.
remedy-stale-minor = Have a look; usually there is nothing to do.
rule-obsolete-segment = The source of this translation is gone.
remedy-obsolete-segment = Delete it here as well.
rule-extra-segment = Nothing in the source corresponds to this.
remedy-extra-segment = See whether it belongs here, or whether the source lacks it.
rule-orphan-page = This page has no source page.
remedy-orphan-page = Delete it, or see whether its source was renamed or is skipped.
rule-unverified = Nothing tells from which wording this was translated.
remedy-unverified = Compare the two. What the memory holds or history shows is no longer unknown.
rule-empty-page = There is no text on this page.
remedy-empty-page = Fill the page or delete it.
rule-odd-page = Something on this page is odd.
remedy-odd-page = Have a look at it; the rest of the page was read.
rule-unreadable-page = This page cannot be read.
remedy-unreadable-page = Make it a text file in UTF-8 that can be read, or leave it out with `skip` in hexapla.toml.

edit-punctuation = punctuation changed
edit-markup = markup changed
edit-link = a link changed
edit-spelling = spelling changed
edit-wording = the wording changed
edit-number = a number changed
edit-negation = a negation changed

finding-source = source
finding-base = base
finding-since = since
base-confidence = { $who } (confidence { NUM($confidence) })
base-accepted = accepted by a person
base-memory = the committed memory
base-declared = declared in the page
base-trailer = declared in a commit
base-history = the history of both pages
base-snapshot = an earlier copy

check-findings = { PLURAL($n) ->
    [one] { NUM($n) } finding
   *[other] { NUM($n) } findings
}
check-errors = { PLURAL($n) ->
    [one] { NUM($n) } error
   *[other] { NUM($n) } errors
}
check-warnings = { PLURAL($n) ->
    [one] { NUM($n) } warning
   *[other] { NUM($n) } warnings
}
check-notes = { PLURAL($n) ->
    [one] { NUM($n) } note
   *[other] { NUM($n) } notes
}
check-clean = Nothing to be done.
check-passed = The gate is passed.
check-failed = The gate is not passed.
check-coverage = { $language }: { NUM($actual) }% is up to date; the gate wants { NUM($least) }%.

## list and init

list-orphans = Pages without a source page:
list-orphan-source = the source would be { $path }
list-unmatched = Files that no pattern matches:
list-skipped = Left out by `skip`:
init-found = Written in { $source }, translated into { $targets }.
init-pairs = { PLURAL($n) ->
    [one] { NUM($n) } pair of pages:
   *[other] { NUM($n) } pairs of pages:
}
init-written = { $path } is written. `hexapla status` shows where the site stands.
init-learn =
    Let the pages teach which words translate each other, and sentences are paired more surely:
    { $command }
init-note-head = What hexapla looks at in this project. `hexapla list` shows what the patterns match,
    `hexapla status` how much is translated and up to date.
init-note-source = The language that the site is written in.
init-note-targets = The languages that it is translated into.
init-note-history = What a translation was made from is found in the git history where there is one.
    "off" looks at the pages alone, "require" fails without a history.
init-note-not-offered = Pages that are deliberately not offered in a language.
init-note-skip = Pages to leave out.
init-note-languages = Codes for TMX that differ from those in the paths.
init-note-documents = What * and ** match in the source is carried over to the target.
init-note-boilerplate = Text that belongs to the template and not to the page.
init-note-gate = When `hexapla check` fails, and the least coverage in percent.

## What is being done, beside a progress bar

progress-pages = Reading and comparing pages
progress-memories = Reading memories
progress-learning = Learning which words translate each other

## export and import

export-written = { $path }: { PLURAL($n) ->
    [one] { NUM($n) } unit
   *[other] { NUM($n) } units
}
export-rules = OmegaT rules: { $path } (copy this directory into your OmegaT project, so that it cuts the pages as Hexapla does)

export-kept-back = { PLURAL($n) ->
    [one] { NUM($n) } doubtful pair stayed at home
   *[other] { NUM($n) } doubtful pairs stayed at home
}
import-added = { NUM($n) } new
import-replaced = { NUM($n) } replaced
import-unchanged = { NUM($n) } known already
import-older = { NUM($n) } older than what the memory has
import-untranslated = { NUM($n) } not translated
import-nothing = { $path }: nothing in it concerns this project.
import-other-languages = { PLURAL($n) ->
    [one] { NUM($n) } unit is in languages that are not the project’s or were not asked for.
   *[other] { NUM($n) } units are in languages that are not the project’s or were not asked for.
}
finding-target = translation
