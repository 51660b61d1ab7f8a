### `hexapla align`: what its help says, and what it says of its work.
###
### Glossary: see cli.ftl. The asterisk marks what the translation lacks, the obelus what the source lacks.

command-align = Pair the segments of a page and its translation
command-align-details =
    Aligns two pages: which segments of one are the translation of which segments of the other, and how sure that is.
    Segments may be split, joined, left out or added. Without SOURCE and TARGET, every pair of pages of the project is
    aligned, with what its memory teaches. A TMX file alone is taken apart and aligned anew.

    A ladder numbers segments from 0 as `hexapla segment` prints them, links to other languages included; every segment
    is in one bead, so that numbers mean the same in every run.

    The aligner learns from the texts at hand. It does better with a dictionary (`--dictionary`), and over many pairs at
    once: `--pairs` learns one lexicon over all of them. `--learn` keeps a lexicon, `--lexicon` uses it again; what
    `--learn memory/` leaves in a project is read by `status` and `check`, too. If anything in a list of pairs is wrong,
    nothing is written.
command-align-examples =
    hexapla align de/garden.md ru/garden.md -s de -t ru
        Side by side
    hexapla align de.txt en.txt --segmented -s de -t en --format ladder
        Lines that are segments already; one bead a line, as aligners are compared
    hexapla align --format html -o site.html
        All pages of the project in all languages, in columns
    hexapla align --pairs list.tsv -o out --format ladder --learn de-fr.lexicon
        Each line: source, target, name in `out`; the lexicon is kept
    hexapla align de.md fr.md --lexicon de-fr.lexicon --dictionary de-fr.dic
        With what was learnt and a dictionary
    hexapla align old.tmx --format tmx -o new.tmx
        Align a memory anew
argument-align-source = The source page, or a TMX file to align anew
argument-align-target = Its translation
option-source-language = The language of the source, unless the page or the project says it
option-target-language = The language of the target, unless the page or the project says it
option-segmented = Each line that is not empty is a segment already; an empty line ends a block
option-project = The directory of the project; this one unless given
option-align-output = Write to this file instead of standard output; a directory (with --pairs, or with a / at its end) gets one file for each pair
option-pairs = Align many pairs: a list with one pair a line, source, target and output name parted by tabs
option-dictionary = A dictionary from source to target language: lines with a tab, hunalign’s .dic, .tmx, TEI (FreeDict); may be given several times
option-learn = Learn one lexicon over everything that is aligned and write it to this file, or, for several languages, into this directory
option-lexicon = Use a lexicon that --learn wrote, or a directory of them
option-max-per-side = How many segments one side of a bead may have, 1–8; 4 unless given
option-max-total = How many segments both sides of a bead may have together, 2–16; 6 unless given
option-align-jobs = How many threads work; the result is the same with any number
align-value-number = N

align-pairs = { PLURAL($n) ->
    [one] { NUM($n) } pair
   *[other] { NUM($n) } pairs
}
align-missing = { NUM($n) } without a translation
align-added = { NUM($n) } without a source
align-moved = { NUM($n) } moved
align-title = { $page }: { $source } and { $target }
align-title-many = Aligned pages
align-legend-missing = Without a translation
align-legend-added = Without a source
align-legend-moved = Moved
align-legend-doubtful = Doubtful
align-column-confidence = Confidence
align-contents = Pages
align-note-confidence = Aligned with a confidence of { NUM($confidence) }
align-unrelated = { $source } and { $target } do not look like translations of each other.
align-nothing = { $path } has no text to align.
align-unmatched = Nothing of { $source } was found in { $target }.
align-strange = { $path } was taken for { $language }, but looks like { $found }. Say which language it is with `--source-language` or `--target-language`.
align-dictionary = { $path }: { PLURAL($n) ->
    [one] { NUM($n) } entry
   *[other] { NUM($n) } entries
}
align-dictionary-skipped = { PLURAL($n) ->
    [one] { NUM($n) } line or phrase was of no use
   *[other] { NUM($n) } lines or phrases were of no use
}
align-learnt = { $path } is written: { PLURAL($n) ->
    [one] { NUM($n) } pair of words.
   *[other] { NUM($n) } pairs of words.
}
align-left-out = { PLURAL($n) ->
    [one] { NUM($n) } segment is not in the XLIFF, which has no place for a translation without a source.
   *[other] { NUM($n) } segments are not in the XLIFF, which has no place for translations without a source.
}

error-align-one-side = There is a source, { $path }, but no target to align it with.
    .remedy = Name both: `hexapla align SOURCE TARGET`. Without either, every pair of the project is aligned.
error-pairs-line = { $place }: this line does not name three things, parted by tabs.
    .remedy = Write the source page, the target page and the name of the output, with a tab between them. Nothing was written.
error-pairs-file = { $place }: { $path } does not exist.
    .remedy = Paths are taken from the directory you are in, or else from that of the list. Nothing was written.
error-pairs-outside = { $place }: the output { $path } would lie outside the directory given with `-o`.
    .remedy = Write a name, or a path within that directory, without `..`. Nothing was written.
error-pairs-twice = { $place }: the output { $path } is named already in line { $line }.
    .remedy = Give each pair an output of its own. Nothing was written.
error-pairs-empty = { $path } names no pairs.
    .remedy = Write one pair a line: source page, target page and name of the output, with tabs between them.
error-output-directory = { $directory }, in which { $path } is to be written, does not exist.
    .remedy = Check the spelling, or make the directory first.
error-learn-languages = { $path } can hold one pair of languages, and these are several: { $languages }.
    .remedy = Name a directory, with a `/` at its end: it gets one lexicon for each language. Or choose a language with `-l`.
error-lexicon = { $path } is not a lexicon.
    .remedy = Name a file that `hexapla align --learn` wrote. Word lists of other kinds are read with `--dictionary`.
error-lexicon-line = { $path }:{ $line }: this line is not two words and two numbers, parted by tabs.
    .remedy = Learn the lexicon again with `hexapla align --learn`, or delete the line.
error-dictionary = { $path } cannot be read as a dictionary: { $reason }.
    .remedy = See that the file is whole and that its extension tells what it is: .tsv, .dic, .tmx, .tei.
error-dictionary-empty = No pair of words was found in { $path }.
    .remedy = Write one pair a line, source and target with a tab between; .dic files as hunalign has them, `target @ source`.
error-memory-empty = { $path } holds no texts in two languages that could be aligned.
    .remedy = Name the languages with `--source-language` and `--target-language`, as they stand in the file.
