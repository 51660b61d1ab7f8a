### Reports: status, check, alignments.
###
### Glossary: segment, word, coverage, current, minor, untranslated, stale, obsolete (its source is gone), unknown
### (nothing tells what it was made from), finding, page, gate.

count-segments = { PLURAL($n) ->
    [one] { NUM($n) } segment
   *[other] { NUM($n) } segments
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

## Alignments. The asterisk marks what the translation lacks, the obelus what the source lacks.

align-pairs = { PLURAL($n) ->
    [one] { NUM($n) } pair
   *[other] { NUM($n) } pairs
}
align-missing = { NUM($n) } without a translation
align-added = { NUM($n) } without a source
align-moved = { NUM($n) } moved
align-title = { $source } and { $target }
align-title-many = Aligned pages
align-legend-missing = Without a translation
align-legend-added = Without a source
align-legend-moved = Moved
align-column-mark = Mark
align-column-confidence = Confidence
