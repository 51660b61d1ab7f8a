### Segmentierung: die Befehle `segment` und `srx`, und was an einer Regeldatei falsch sein kann.
###
### Glossar: rule = Regel · rule file = Regeldatei · to cut = trennen · to keep together = zusammenhalten ·
### boundary = Grenze. Namen von Elementen bleiben, wie sie sind.

## segment

command-segment = Eine Seite in Segmente schneiden
command-segment-details =
    Liest eine Seite und gibt ihre Segmente aus, eines je Zeile, mit einer Leerzeile zwischen den Blöcken. Abkürzungen,
    Daten, Zitate und Quellenangaben beenden keinen Satz. `json` nennt auch den Ort: Bytes, Zeile und Spalte.

    Hat das eigene Werkzeug eigene Regeln, so trennt `--rules` wie dieses: Jede SRX-Datei ist recht, etwa die von
    LanguageTool, OmegaT, Okapi oder memoQ. In einem Projekt gelten die Regeln aus `[segmentation]` in hexapla.toml.
    `--explain` zeigt für jede Stelle, an der eine Regel trennen würde, welche Regel entschieden hat.
command-segment-examples =
    hexapla segment content/de/garten.md
        Ein Segment je Zeile
    hexapla segment --language ru --input html - < seite.html
        Die Standardeingabe lesen
    hexapla segment --explain seite.txt
        Warum dort getrennt wird und anderswo nicht
    hexapla segment --rules segment.srx --rules-language de_two seite.txt
        Wie LanguageTool Deutsch trennt
    hexapla segment --break-at colon,line seite.txt
        Auch nach Doppelpunkten und an Zeilenumbrüchen
    hexapla segment --format json seite.html
        Mit Ortsangaben, für Programme
argument-segment-file = Die Seite; `-` für die Standardeingabe
option-segment-language = Die Sprache der Seite, falls die Seite sie nicht selbst nennt
option-segment-input = Was für eine Seite es ist, falls ihr Name es nicht verrät
option-segment-rules = Nach den Regeln dieser SRX-Datei trennen statt nach den eigenen
option-segment-rules-language = Wie die Sprache in der Regeldatei heißt
option-segment-explain = Zeigen, welche Regel entschied, wo immer eine trennen würde
option-segment-break-at = Wo die eigenen Regeln zusätzlich trennen; mehrere durch Kommas
option-segment-no-trim = Leerraum zwischen Segmenten beim vorderen lassen
value-code = KÜRZEL

explain-rules = Regeln: { $rules }
explain-break = getrennt
explain-keep = zusammen
explain-against = gegen { $rule }
error-segment-nothing = In { $path } steht kein Text.
    .remedy = Prüfen, ob es die richtige Datei ist; mit `--input` lässt sich sagen, wie sie zu lesen ist.
note-recut = { $paths } wurde nach anderen Regeln getrennt ({ $then }), als jetzt gelten ({ $now }). { PLURAL($n) ->
        [one] { NUM($n) } Segment ist nur durch die Regeln anders und gilt
       *[other] { NUM($n) } Segmente sind nur durch die Regeln anders und gelten
    } als unverändert. Andere Programme finden sie erst wieder, wenn Sie ihnen geben, was `hexapla export` schreibt.
note-recut-nothing = { $paths } wurde nach anderen Regeln getrennt ({ $then }), als jetzt gelten ({ $now }); auf diesen Seiten ist dadurch kein Segment anders.
note-project-rules = Es gelten die Regeln dieses Projekts: { $rules }.
note-general-rules = Für „{ $language }“ gibt es keine eigenen Regeln; es gelten die für alle Sprachen. `--rules` nimmt Ihre.
note-import-recut = { $path } wurde nach anderen Regeln getrennt ({ $then }), als hier gelten ({ $now }). Wo sie sich unterscheiden, werden die Einheiten beim Vergleich neu getrennt; `hexapla status` sagt, wie viele es sind.

## srx

command-srx = Regeldateien prüfen oder die eigenen Regeln ausgeben
command-srx-details =
    `validate` liest eine Datei mit Segmentierungsregeln (SRX 1.0 oder 2.0), übersetzt die Regeln all ihrer Sprachen und
    nennt, was falsch oder merkwürdig ist, mit Datei, Zeile und Spalte. Auch was nur OmegaT oder Okapi lahmlegt, wird
    gesagt.

    `export` schreibt die eigenen Regeln als SRX 2.0, damit das eigene Werkzeug trennt wie hexapla. `--for` schreibt aus,
    was dieses Werkzeug anders läse; sonst sind die Muster die von ICU, wie der Standard es will.
command-srx-examples =
    hexapla srx validate firma.srx
        Ist diese Datei richtig?
    hexapla srx export --for omegat -o omegat/segmentation.srx
        Unsere Regeln, für ein OmegaT-Projekt
    hexapla srx export --break-at colon > regeln.srx
        Unsere Regeln, die auch nach Doppelpunkten trennen
argument-srx-action = Was zu tun ist
argument-srx-file = Die Regeldatei, die geprüft wird; `-` für die Standardeingabe
option-srx-for = Das Werkzeug, das die Datei lesen soll
option-srx-output = In welche Datei; sonst Standardausgabe
srx-fine = { $path }: { PLURAL($rules) ->
        [one] { NUM($rules) } Regel
       *[other] { NUM($rules) } Regeln
    } in { PLURAL($groups) ->
        [one] { NUM($groups) } Gruppe
       *[other] { NUM($groups) } Gruppen
    }, alles in Ordnung.
srx-odd = { $path }: { PLURAL($rules) ->
        [one] { NUM($rules) } Regel
       *[other] { NUM($rules) } Regeln
    } in { PLURAL($groups) ->
        [one] { NUM($groups) } Gruppe
       *[other] { NUM($groups) } Gruppen
    }, trotz der Warnungen brauchbar.
srx-written = { $path }: unsere Regeln, Ausgabe { $edition }

## Was an einer Regeldatei falsch sein kann

error-rules = { $place }: { $fault ->
        [xml-unclosed] was mit `{ $name }` beginnt, wird nicht geschlossen
        [xml-markup] `<` leitet hier nichts Bekanntes ein; in einem Muster `&lt;` schreiben
        [xml-name] `{ $name }` ist in XML kein Name
        [xml-attribute] das Attribut `{ $name }` braucht `=`, Anführungszeichen und davor ein Leerzeichen
        [xml-twice] das Attribut `{ $name }` steht zweimal da
        [xml-character] `{ $name }` darf in XML hier nicht stehen
        [xml-reference] `&{ $name };` steht für kein Zeichen, das XML erlaubt
        [xml-end] `</{ $other }>` steht, wo `</{ $name }>` fällig ist
        [xml-end-of-nothing] `</{ $name }>` schließt nichts
        [xml-element] `<{ $name }>` wird nicht geschlossen
        [xml-outside] etwas steht außerhalb des Wurzelelements
        [xml-empty] es ist kein Element darin
        [xml-declaration] die XML- oder Dokumenttyp-Deklaration ist fehlerhaft oder am falschen Ort
        [xml-deep] mehr als { $name } Elemente stecken ineinander
        [not-srx] das Wurzelelement ist `{ $name }`, nicht `srx`: das ist keine Regeldatei
        [version] die SRX-Version „{ $name }“ ist nicht bekannt; es gibt 1.0 und 2.0
        [no-map] keine Sprachzuordnung passt auf „{ $name }“; es gibt { $other }
        [unsupported] `{ $name }` in `{ $other }` wird nicht unterstützt
        [malformed] `{ $name }` ist kein regulärer Ausdruck: { $other }
        [too-large] das Muster in `{ $name }` ist zu groß
        [fits-nothing] die Regel passt auf die leere Zeichenkette und würde überall trennen
        [backtracks] die Regel blickt um sich oder gibt nichts zurück; sie wird der Reihe nach probiert, das ist langsam
        [catastrophic] `{ $name }` wiederholt eine Wiederholung; wer der Reihe nach probiert, wird damit womöglich nie fertig
        [entity] die Entität `&{ $name };` ist nicht bekannt und bleibt stehen, wie sie ist
        [xml-version] XML { $name } wird als XML 1.0 gelesen
        [no-version] die Datei nennt ihre Version nicht
        [element] das Element `{ $name }` ist nicht bekannt und wird übergangen
        [attribute] das Attribut `{ $name }` ist nicht bekannt und wird übergangen
        [value] „{ $other }“ ist kein Wert für `{ $name }`; es gilt die Vorgabe
        [stray-text] Text zwischen den Elementen wird übergangen
        [second-group] es gibt zwei Gruppen „{ $name }“; die erste gilt
        [no-group] die Zuordnung führt zur Gruppe „{ $name }“, die es nicht gibt
        [no-maps] es gibt keine Sprachzuordnung, also hat keine Sprache Regeln
        [map] das Sprachmuster ist nicht zu gebrauchen: { $other }
        [line-break] das Muster beginnt oder endet mit einem Zeilenumbruch, was kaum gemeint war
       *[other] { $name }{ $other }
    }
    .remedy = { $fault ->
        [no-map] Sagen, wie die Sprache dort heißt: mit `--rules-language` oder `rules-languages` in hexapla.toml.
        [not-srx] Die SRX-Datei angeben, die das Werkzeug ausgibt.
        [version] Die Datei neu als SRX 2.0 ausgeben lassen.
       *[other] Die Datei dort berichtigen. `hexapla srx validate` nennt alles, was an ihr falsch ist.
    }
error-rules-invalid = { PLURAL($n) ->
        [one] { NUM($n) } Fehler macht { $path } unbrauchbar.
       *[other] { NUM($n) } Fehler machen { $path } unbrauchbar.
    }
    .remedy = Im Werkzeug oder in der Datei berichtigen; ein Werkzeug übergeht sie womöglich stillschweigend und trennt anders.
error-configuration-together = { $place }: `{ $first }` und `{ $second }` vertragen sich nicht.
    .remedy = Eines von beiden behalten: In einer Regeldatei sagen die Regeln selbst, wo getrennt wird.
