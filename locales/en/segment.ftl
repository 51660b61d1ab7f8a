### Segmentation: the commands `segment` and `srx`, and what may be wrong with a file of rules.
###
### Glossary: rule, rule file, to cut, to keep together, boundary, profile; element names stay as they are.

## segment

command-segment = Cut a page into segments
command-segment-details =
    Reads one page and prints its segments, one a line, with a blank line between blocks. Abbreviations, dates, quotes
    and sources do not end a sentence. `json` adds places: bytes, line and column.

    Where your tool has rules of its own, `--rules` cuts as it does: any SRX file will do, such as those of LanguageTool,
    OmegaT, Okapi or memoQ. Within a project the rules of `[segmentation]` in hexapla.toml apply. `--explain` shows for
    every place where a rule would cut which rule decided.
command-segment-examples =
    hexapla segment content/de/garden.md
        One segment a line
    hexapla segment --language ru --input html - < page.html
        Read standard input
    hexapla segment --explain page.txt
        Why it is cut there, and why not elsewhere
    hexapla segment --rules segment.srx --rules-language de_two page.txt
        As LanguageTool cuts German
    hexapla segment --break-at colon,line page.txt
        Also after colons and at line breaks
    hexapla segment --format json page.html
        With places, for programs
argument-segment-file = The page; `-` for standard input
option-segment-language = The language of the page, unless the page says it itself
option-segment-input = What the page is, unless its name tells
option-segment-rules = Cut by the rules of this SRX file instead of our own
option-segment-rules-language = What the language is called in the rule file
option-segment-explain = Show which rule decided at every place where one would cut
option-segment-break-at = Where our rules cut in addition; several are parted by commas
option-segment-no-trim = Leave the white space between segments with the one before it
value-code = CODE

explain-rules = Rules: { $rules }
explain-break = cut
explain-keep = kept
explain-against = against { $rule }
error-segment-nothing = There is no text in { $path }.
    .remedy = Check that it is the right file; `--input` says how to read it.
note-recut = Other rules cut { $paths } ({ $then }) than are in force ({ $now }). { PLURAL($n) ->
        [one] { NUM($n) } segment differs from the memory by rules alone and counts
       *[other] { NUM($n) } segments differ from the memory by rules alone and count
    } as unchanged. Other tools may miss them until you give them what `hexapla export` writes.
note-recut-nothing = Other rules cut { $paths } ({ $then }) than are in force ({ $now }); no segment of these pages differs by that.
note-project-rules = The rules of this project apply: { $rules }.
note-general-rules = There are no rules of our own for “{ $language }”; those for all languages apply. `--rules` takes yours.
note-import-recut = Other rules cut { $path } ({ $then }) than are in force here ({ $now }). Where they differ, its units are cut anew when pages are compared; `hexapla status` says how many.

## srx

command-srx = Check rule files, or write our own as one
command-srx-details =
    `validate` reads a file of segmentation rules (SRX 1.0 or 2.0), compiles the rules of all its languages, and lists
    what is wrong or odd, with file, line and column. Rules that only OmegaT or Okapi would choke on are told too.

    `export` writes our own rules as SRX 2.0, so that your tool cuts as hexapla does. `--for` spells out what that tool
    would read differently; without it the patterns are those of ICU, as the standard says.
command-srx-examples =
    hexapla srx validate company.srx
        Is this file right?
    hexapla srx export --for omegat -o omegat/segmentation.srx
        Our rules, for an OmegaT project
    hexapla srx export --break-at colon > rules.srx
        Our rules, cutting after colons too
argument-srx-action = What to do
argument-srx-file = The rule file to validate; `-` for standard input
option-srx-for = The tool that is to read the file
option-srx-output = The file to write; standard output unless said
srx-fine = { $path }: { PLURAL($rules) ->
        [one] { NUM($rules) } rule
       *[other] { NUM($rules) } rules
    } in { PLURAL($groups) ->
        [one] { NUM($groups) } group
       *[other] { NUM($groups) } groups
    }, nothing wrong.
srx-odd = { $path }: { PLURAL($rules) ->
        [one] { NUM($rules) } rule
       *[other] { NUM($rules) } rules
    } in { PLURAL($groups) ->
        [one] { NUM($groups) } group
       *[other] { NUM($groups) } groups
    }, usable in spite of the warnings.
srx-written = { $path }: our rules, edition { $edition }

## What may be wrong with a rule file

error-rules = { $place }: { $fault ->
        [xml-unclosed] what begins with `{ $name }` is not closed
        [xml-markup] `<` begins nothing known here; in a pattern write `&lt;`
        [xml-name] `{ $name }` is no name in XML
        [xml-attribute] the attribute `{ $name }` needs `=`, quotes and a blank before it
        [xml-twice] the attribute `{ $name }` is given twice
        [xml-character] `{ $name }` may not stand here in XML
        [xml-reference] `&{ $name };` stands for no character of XML
        [xml-end] `</{ $other }>` comes where `</{ $name }>` is due
        [xml-end-of-nothing] `</{ $name }>` closes nothing
        [xml-element] `<{ $name }>` is not closed
        [xml-outside] something stands outside the root element
        [xml-empty] there is no element in it
        [xml-declaration] the XML or document type declaration is malformed or misplaced
        [xml-deep] more than { $name } elements stand in one another
        [not-srx] the root element is `{ $name }`, not `srx`: this is no rule file
        [version] version “{ $name }” of SRX is not known; there are 1.0 and 2.0
        [no-map] no language map fits “{ $name }”; the maps are { $other }
        [unsupported] `{ $name }` in `{ $other }` is not supported
        [malformed] `{ $name }` is no regular expression: { $other }
        [too-large] the pattern in `{ $name }` is too large
        [fits-nothing] the rule fits the empty string and would cut anywhere
        [backtracks] the rule looks around or gives nothing back; it is tried one way after another, which is slow
        [catastrophic] `{ $name }` repeats a repetition; tools that try one way after another may never finish it
        [entity] the entity `&{ $name };` is not known and stays as it is written
        [xml-version] XML { $name } is read as XML 1.0
        [no-version] the file does not say its version
        [element] the element `{ $name }` is not known and is passed over
        [attribute] the attribute `{ $name }` is not known and is passed over
        [value] “{ $other }” is no value for `{ $name }`; the default is taken
        [stray-text] text between the elements is passed over
        [second-group] there are two groups “{ $name }”; the first one is used
        [no-group] the map leads to the group “{ $name }”, which does not exist
        [no-maps] there is no language map, so that no language has rules
        [map] the language pattern cannot be used: { $other }
        [line-break] the pattern begins or ends with a line break, which was hardly meant
       *[other] { $name }{ $other }
    }
    .remedy = { $fault ->
        [no-map] Say what the language is called there: with `--rules-language`, or `rules-languages` in hexapla.toml.
        [not-srx] Name the SRX file that your tool exports.
        [version] Export the file anew as SRX 2.0.
       *[other] Correct the file there. `hexapla srx validate` lists everything that is wrong with it.
    }
error-rules-invalid = { PLURAL($n) ->
        [one] { NUM($n) } mistake makes { $path } unusable.
       *[other] { NUM($n) } mistakes make { $path } unusable.
    }
    .remedy = Correct them in your tool or in the file; a tool may well pass them over in silence and cut otherwise.
error-configuration-together = { $place }: `{ $first }` and `{ $second }` do not go together.
    .remedy = Keep one of them: in a rule file the rules themselves say where to cut.
