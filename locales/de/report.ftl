### Berichte: status, check, Alignments.
###
### Glossar: segment = Segment · word = Wort · coverage = Abdeckung · current = aktuell · minor = geringfügig ·
### untranslated = unübersetzt · stale = veraltet · obsolete = verwaist (Ausgangstext weggefallen) · unknown = ungeklärt
### (woraus übersetzt wurde, steht nirgends) · finding = Befund · page = Seite · gate = Hürde.

count-segments = { PLURAL($n) ->
    [one] { NUM($n) } Segment
   *[other] { NUM($n) } Segmente
}

# Der Name einer Sprache; ein Kürzel, das hier fehlt, steht für sich selbst.
language-name = { $tag ->
    [ar] Arabisch
    [bg] Bulgarisch
    [cs] Tschechisch
    [da] Dänisch
    [de] Deutsch
    [el] Griechisch
    [en] Englisch
    [es] Spanisch
    [et] Estnisch
    [fa] Persisch
    [fi] Finnisch
    [fr] Französisch
    [he] Hebräisch
    [hr] Kroatisch
    [hu] Ungarisch
    [it] Italienisch
    [ja] Japanisch
    [ko] Koreanisch
    [ku] Kurdisch
    [lt] Litauisch
    [lv] Lettisch
    [nb] Norwegisch
    [nl] Niederländisch
    [pl] Polnisch
    [pt] Portugiesisch
    [ro] Rumänisch
    [ru] Russisch
    [sk] Slowakisch
    [sl] Slowenisch
    [sq] Albanisch
    [sr] Serbisch
    [sv] Schwedisch
    [tr] Türkisch
    [uk] Ukrainisch
    [vi] Vietnamesisch
    [zh] Chinesisch
   *[other] { $tag }
}

## Alignments. Der Asteriskus bezeichnet, was der Übersetzung fehlt, der Obelus, was im Ausgangstext fehlt.

align-pairs = { PLURAL($n) ->
    [one] { NUM($n) } Paar
   *[other] { NUM($n) } Paare
}
align-missing = { NUM($n) } ohne Übersetzung
align-added = { NUM($n) } ohne Ausgangstext
align-moved = { NUM($n) } verschoben
align-title = { $source } und { $target }
align-title-many = Alignierte Seiten
align-legend-missing = Ohne Übersetzung
align-legend-added = Ohne Ausgangstext
align-legend-moved = Verschoben
align-column-mark = Zeichen
align-column-confidence = Sicherheit
