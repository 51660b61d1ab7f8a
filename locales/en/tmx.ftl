### `hexapla tmx …`.
###
### Glossary: memory, unit, variant, code, to format, to merge, duplicate, conflict.


command-tmx = Check, format, merge and cut translation memories (TMX)
command-tmx-details =
    Works on TMX files of any version from 1.1 to 1.4b, in any encoding, gzipped or not, of any size: they are read as a
    stream. What is broken in a file is told with its place and skipped; the intact units around it are kept.
command-tmx-examples =
    hexapla tmx validate memory.tmx
        All that is wrong with it, each with its place and what to do
    hexapla tmx stats memory.tmx
        What is in it
    hexapla help tmx merge
        All about one of these commands
help-tmx-exit-codes =
    0  done, nothing found
    1  something found: errors (`validate`), a file that is not formatted or lost broken units (`fmt`), differences (`diff`), conflicts (`merge-driver`)
    2  the work could not be done: command line, unreadable or refused input

argument-tmx-file = The memory; `-` for standard input
option-tmx-output = Write to this file instead of standard output; `.gz` at its end compresses it
option-tmx-on-conflict = What stays of two translations of one source: the one changed last, the one that came first, or both
option-tmx-preserve = Leave every byte of untouched units as it is, in the file’s own encoding

## validate

command-tmx-validate = Find all that is wrong with memories
command-tmx-validate-details =
    Checks everything that the DTD of the file’s version says, and what it cannot say: pairs of codes, dates, language
    tags, names, the source language, duplicate variants. All of it is told in one pass. Of many findings of one kind the
    first five are shown; `--verbose` shows all, and so do `json` and `sarif`.
command-tmx-validate-examples =
    hexapla tmx validate memory.tmx
        For people
    hexapla tmx validate --fail-on warning *.tmx
        As a gate that lets nothing pass
    hexapla tmx validate --format sarif memory.tmx > memory.sarif
        For code scanning
option-tmx-fail-on = What makes the exit code 1
tmx-unit = unit { $number }
tmx-unit-named = unit { $number }, { $name }
tmx-count-units = { PLURAL($n) ->
    [one] { NUM($n) } unit
   *[other] { NUM($n) } units
}
tmx-count-errors = { PLURAL($n) ->
    [one] { NUM($n) } error
   *[other] { NUM($n) } errors
}
tmx-count-warnings = { PLURAL($n) ->
    [one] { NUM($n) } warning
   *[other] { NUM($n) } warnings
}
tmx-count-broken = { PLURAL($n) ->
    [one] { NUM($n) } broken unit
   *[other] { NUM($n) } broken units
}

## stats

command-tmx-stats = Count what is in memories
command-tmx-stats-details =
    Counts units, variants, words and characters by language, codes and properties by kind, and shows dates, tools and
    encodings, and what was found wrong while reading. Words are counted by UAX #29.
command-tmx-stats-examples =
    hexapla tmx stats memory.tmx
        For people
    hexapla tmx stats --format json memory.tmx
        For programs
tmx-stats-version = TMX
tmx-stats-encoding = Encoding
tmx-stats-source-language = Source language
tmx-stats-dates = Dates
tmx-stats-tools = Tools
tmx-stats-codes = Codes
tmx-stats-properties = Properties
tmx-stats-problems = Problems
tmx-stats-language = Language
tmx-stats-variants = Variants
tmx-stats-words = Words
tmx-stats-characters = Characters
tmx-stats-empty = Empty

## fmt

command-tmx-fmt = Write memories in their canonical form
command-tmx-fmt-details =
    Writes TMX 1.4 in UTF-8, one element a line, attributes and properties in a fixed order, so that memories in version
    control show small differences. Nothing in a segment is touched. Units that are broken are told and left out; with
    `--in-place` a file that has any is not touched, unless `--drop-broken` is given.
command-tmx-fmt-examples =
    hexapla tmx fmt old.tmx > new.tmx
        Any version and encoding becomes TMX 1.4 in UTF-8
    hexapla tmx fmt --in-place memory/*.tmx
        Format the files themselves
    hexapla tmx fmt --check memory/*.tmx
        Name the files that are not formatted; exit code 1 if there are any
option-tmx-in-place = Write to the files themselves
option-tmx-check = Write nothing; name the files that would change
option-tmx-drop-broken = With `--in-place`: leave broken units out for good
tmx-fmt-differs = { $path } is not formatted.
tmx-left-out = { PLURAL($n) ->
    [one] { NUM($n) } broken unit is not in the result.
   *[other] { NUM($n) } broken units are not in the result.
}

## convert

command-tmx-convert = Change the encoding of a memory, take its codes out, or make one from pairs
command-tmx-convert-details =
    Writes a memory in the encoding that another tool asks for, or as plain text without inline codes (TMX level 1). A TSV
    file with a pair a line becomes a memory; it is the way back from `extract`.
command-tmx-convert-examples =
    hexapla tmx convert --encoding UTF-16 memory.tmx -o for-trados.tmx
        For tools that want UTF-16
    hexapla tmx convert --plain memory.tmx -o level1.tmx.gz
        Without codes, compressed
    hexapla tmx convert pairs.tsv -s de -t ru -o pairs.tmx
        From lines with two texts parted by a tab
option-tmx-from = What the file is, unless its name tells
option-tmx-encoding = The encoding to write
option-tmx-plain = Take all inline codes out of the segments
option-tmx-pair-source = The language of the first field of a TSV file
option-tmx-pair-target = The language of the second field of a TSV file
tmx-no-pair = { $place }: the line holds no pair of texts and was skipped.

## merge

command-tmx-merge = Make one memory of many
command-tmx-merge-details =
    Puts the units of all files into one, in the order of the files, without what stands there twice. Two translations
    conflict if source, language, page and neighbours are the same; `--on-conflict` says which stays. The header is that
    of the first file.
command-tmx-merge-examples =
    hexapla tmx merge agency.tmx ours.tmx -o all.tmx
        Of conflicting translations the one changed last stays
    hexapla tmx merge --on-conflict keep ours.tmx agency.tmx -o all.tmx
        What `ours.tmx` has stays
tmx-kept = { NUM($written) } of { NUM($read) } units were written.
tmx-trimmed = { PLURAL($n) ->
    [one] { NUM($n) } of them lost some of its variants.
   *[other] { NUM($n) } of them lost some of their variants.
}

## split

command-tmx-split = Cut a memory into several
command-tmx-split-details =
    Writes files of so many units each, all with the whole header, named after the memory and numbered from 0001.
command-tmx-split-examples =
    hexapla tmx split --every 50000 big.tmx -o parts
        parts/big-0001.tmx, parts/big-0002.tmx …
option-tmx-every = So many units a file
option-tmx-split-output = Into this directory
tmx-split-written = { PLURAL($n) ->
    [one] { NUM($n) } file was written: { $path }
   *[other] { NUM($n) } files were written, the first is { $path }
}

## dedupe

command-tmx-dedupe = Take duplicates out of a memory
command-tmx-dedupe-details =
    Of units with the same source, translation, page and neighbours the first stays. With `--on-conflict newest` or
    `keep` only one translation of each source stays, too.
command-tmx-dedupe-examples =
    hexapla tmx dedupe memory.tmx -o clean.tmx
        Only what is the same in everything goes
    hexapla tmx dedupe --on-conflict newest memory.tmx -o clean.tmx
        One translation for each source in its place

## filter

command-tmx-filter = Keep the units of a memory that are wanted
command-tmx-filter-details =
    Keeps the units that all given conditions are true of. `--language` also takes other variants out of the units; `de`
    is answered by `de-AT` where there is no `de`. `--drop` takes units out that look wrong.
command-tmx-filter-examples =
    hexapla tmx filter --language de,ru memory.tmx -o de-ru.tmx
        Two languages of many
    hexapla tmx filter --since 2024-01-01 memory.tmx -o recent.tmx
        What was made or changed since then
    hexapla tmx filter --drop number-mismatch,same-as-source a.tmx -o b.tmx
        Without what is probably no translation
    hexapla tmx filter --property x-document=garden.html memory.tmx
        What belongs to one page
option-tmx-filter-language = Only these languages, parted by commas
option-tmx-since = Only units made or changed on this day or later (2024-01-31)
option-tmx-before = Only units made or changed before this day
option-tmx-property = Only units with this property, as `TYPE` or `TYPE=TEXT`
option-tmx-ratio = Only units whose longer text has at most so many times the letters of the shorter
option-tmx-drop = Not units with such a fault, parted by commas

## diff

command-tmx-diff = Show how two memories differ, unit by unit
command-tmx-diff-details =
    Units are the same unit by name (`tuid`), else by their source in its place; their order does not matter, nor does how
    they are written. `-` is what only the first file has, `+` what only the second has.
command-tmx-diff-examples =
    hexapla tmx diff yesterday.tmx today.tmx
        Everything that changed
    hexapla tmx diff --text yesterday.tmx today.tmx
        Changed texts only, not dates, notes or properties
argument-tmx-old = The first memory
argument-tmx-new = The second memory
option-tmx-text = Compare languages and segments only
tmx-diff-count = { NUM($same) } the same · { NUM($added) } added · { NUM($removed) } removed · { NUM($changed) } changed

## extract

command-tmx-extract = Take pairs of texts out of a memory
command-tmx-extract-details =
    Writes source and translation without codes: as TSV, one pair a line (`\t`, `\n`, `\r` and `\\` stand for tab, line
    break, carriage return and backslash); as JSON Lines; or for Moses as two files that stay parallel.
command-tmx-extract-examples =
    hexapla tmx extract -t ru memory.tmx > de-ru.tsv
        Pairs with Russian
    hexapla tmx extract --format jsonl memory.tmx
        With languages and names, for programs
    hexapla tmx extract --format moses -s de -t ru memory.tmx -o corpus
        corpus.de and corpus.ru
option-tmx-extract-source = The source language, unless the memory says it
option-tmx-extract-target = The target language; all unless given
tmx-no-language = There is no text in `{ $language }`. What is there: { $found }.
tmx-pairs = { PLURAL($n) ->
    [one] { NUM($n) } pair was written.
   *[other] { NUM($n) } pairs were written.
}

## merge-driver

command-tmx-driver = Merge two versions of a memory for git
command-tmx-driver-details =
    Git merges memories unit by unit with this command, where it would otherwise put conflict marks into the XML. What one
    side changed, added or took out is taken over. Where both changed the same unit, the later date stays, it is told, and
    git waits for you to look (exit code 1). Two lines set it up, once in each clone and once in the repository:
command-tmx-driver-examples =
    git config merge.tmx.driver "hexapla tmx merge-driver %O %A %B %P"
        In each clone
    echo "*.tmx merge=tmx" >> .gitattributes
        In the repository
argument-tmx-base = The version that both come from
argument-tmx-ours = Our version, where the result is written
argument-tmx-theirs = Their version
argument-tmx-path = The name of the file, for messages
tmx-conflict-ours = { $path }: both sides changed { $name } “{ $text }”; ours was kept.
tmx-conflict-theirs = { $path }: both sides changed { $name } “{ $text }”; theirs was taken.
tmx-conflicts = { PLURAL($n) ->
    [one] { NUM($n) } unit of { $path } was changed on both sides. Look at it, then `git add`.
   *[other] { NUM($n) } units of { $path } were changed on both sides. Look at them, then `git add`.
}

## What can go wrong

error-tmx-refused = { $place }: { $what }
    .remedy = { $remedy }
error-tmx-unwritable = { $path }, unit { $unit }: the character { $character } in { $spot } cannot be written in XML.
    .remedy = Delete it in the file; `hexapla tmx validate` shows where.
error-tmx-standard-twice = Standard input can only be read as one of the files.
    .remedy = Name files for the others.
error-tmx-one-file = { $n } files cannot be written to standard output as one.
    .remedy = Give one file, or say `--in-place` or `--check`; `hexapla tmx merge` makes one memory of many.
error-tmx-would-drop = { $path } has broken units ({ $n }), which would be lost. The file was not touched.
    .remedy = Mend them, or say `--drop-broken`; without `--in-place` the intact units go to standard output.
error-tmx-encoding-name = “{ $encoding }” is no encoding that is known.
    .remedy = Use a usual name such as UTF-8, UTF-16 or windows-1251.
error-tmx-pair-languages = { $path } does not say which languages its texts are in.
    .remedy = Say `--source-language` and `--target-language`.
error-tmx-moses-languages = Two files for Moses need two languages.
    .remedy = Say `--source-language` and `--target-language`.
error-tmx-moses-output = Two files for Moses need a name.
    .remedy = Say `--output corpus` for `corpus.de` and `corpus.ru`.
error-tmx-date = “{ $value }” is no date.
    .remedy = Write it as 2024-01-31 or 20240131T120000Z.
