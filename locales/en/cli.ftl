### Help texts. A line of an example that is not indented is typed as it is; indented lines explain it.
###
### Glossary: page, block (paragraph, heading …), segment (a sentence-sized piece), to align, alignment,
### translation memory (TMX), coverage, untranslated, stale, obsolete, unknown, finding, gate.

help-about = Which sentence of a translated site is missing or out of date, and its years of translation as TMX
help-details =
    Hexapla reads a site and its translations, pairs them sentence by sentence, and reports what is untranslated,
    stale or obsolete. What is translated becomes a translation memory that CAT tools load.
help-examples =
    hexapla init
        Look at the site in this directory and write hexapla.toml
    hexapla status
        How much is translated and up to date, by language and page
    hexapla check
        Every sentence to be done; exit code 1 if there is any
    hexapla help check
        All about one command
help-exit-codes =
    0  nothing at the gate
    1  findings at the gate (`check` only)
    2  the work could not be done: command line, configuration, unreadable input

heading-usage = Usage
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-global-options = Options of every command
heading-examples = Examples
heading-exit-codes = Exit codes
value-options = [OPTIONS]
value-command = COMMAND
value-file = FILE
value-directory = DIR
value-language = LANG
value-format = WORD
value-source = SOURCE
value-target = TARGET
help-default = default: { $value }
help-values = one of: { $values }

option-ui-language = Speak this language: ar, de, en or ru; a region may follow, as in ar-EG
option-color = When to use colour
option-quiet = Say nothing beside the result
option-verbose = Also show what is folded away otherwise
option-no-progress = Show no progress bar
option-help = Show this help
option-version = Show the version
argument-directory = The project: a directory with hexapla.toml in it or above it; this one unless given
option-format = The form of the output

## help

command-help = Show the help of a command
argument-help-command = The command
command-help-details = The same as `--help` after a command.
command-help-examples =
    hexapla help segment
        What `segment` does and takes

## align

note-read-as-text = { $path } is read as plain text, since its name tells no format; `--input` says it.
note-no-language = Nothing says which language { $path } is in; it is cut by general rules. `--language` says it.

## status

command-status = Show how much is translated and up to date, by language and page
command-status-details =
    Compares every page with its translations. `status` reports; it does not judge: the exit code is 0 whatever it
    finds. `check` judges.
command-status-examples =
    hexapla status
        The project of this directory
    hexapla status --language ru -v
        One language, with the pages that are complete
    hexapla status --format json
        For programs
    hexapla status --base ../site-of-last-year
        What was translated then and has changed since
option-language = Only this target language; may be given several times
option-base = Compare with an earlier copy of the project in this directory
argument-paths = The project, or pages and directories in it to look at

## check

command-check = List every sentence to be done; fail if there is any
command-check-details =
    Lists what is untranslated, stale, obsolete or unclear, with its place and what to do about it. Untranslated and
    stale segments fail the check, unless `[gate]` in hexapla.toml says otherwise; the rest are warnings and notes.

    A comment in a page silences rules there: `<!-- hexapla-ignore numbers: why -->` for the next block,
    `<!-- hexapla-off numbers -->` … `<!-- hexapla-on -->` for all between; without names, every rule. In a source page it
    counts for all languages. `hexapla explain` lists the names.
command-check-examples =
    hexapla check
        Everything, as a gate in CI
    hexapla check content/de/garden.md
        One page in all languages
    hexapla check --language en --fail-on untranslated
        Fail at untranslated segments only
    hexapla check --format json > report.json
        For programs; all findings whatever the gate
option-fail-on = Fail at these only: untranslated, stale, minor, obsolete, unknown or a rule; parted by commas
value-path = PATH
value-gate = WHAT

## list

command-list = Show which page belongs to which, and every file that was left over
command-list-details =
    Shows the documents of the project by languages: `+` the page is there, `-` it is missing, `·` it is not offered.
    Pages without a source and files that no pattern matches are listed below. Pages also find each other by their links
    (hreflang, language switcher); `--guess` compares what those say that are still left over.
command-list-examples =
    hexapla list
        Look here first when a page is not reported
    hexapla list --guess
        Pages whose names do not tell: pairs with a confidence, ready for hexapla.toml

## init

command-init = Look at a site and write hexapla.toml for it
command-init-details =
    Finds pages that lie beside their translations, by a language code in a directory or file name, writes a commented
    hexapla.toml and shows the pairs. A file that is there already is never overwritten.
command-init-examples =
    hexapla init
        The site in this directory
    hexapla init website --source de
        The site in `website`, written in German
    hexapla init --source de --targets en,ru
        A site that is not translated yet
    hexapla init --dry-run
        Only show what would be written
argument-init-directory = The directory of the site; this one unless given
option-init-source = The language that the site is written in
option-dry-run = Write nothing; print the file instead

## export

command-export = Write what is translated as a translation memory
command-export-details =
    Writes the pairs of the project as TMX 1.4b, one file for each language, for OmegaT and every other CAT tool. A stale
    pair leaves with the source that it was made from; what is untranslated or doubtful stays at home.
command-export-examples =
    hexapla export -o tmx
        One file for each language in the directory `tmx`
    hexapla export --language ru -o ru.tmx
        One language in one file
    hexapla export --language ru -o - content/de/garden.md
        One page, to standard output
option-export-format = The format of the memory
option-export-output = A directory, or a file if there is only one language; `-` for standard output; this directory unless given

## import

command-import = Take translations from a TMX file into the memory of the project
command-import-details =
    Merges the units of TMX files into `memory/<language>.tmx`. Of two translations of the same segment the one that was
    changed last stays; a file without dates is the last word. What is broken in a file is said and skipped.
command-import-examples =
    hexapla import from-the-agency.tmx
        All languages of the project that are in the file
    hexapla import --language ru old.tmx older.tmx
        Russian only
argument-import-files = The TMX files
