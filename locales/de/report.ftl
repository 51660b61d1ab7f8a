### Berichte: status, check, Alignments.
###
### Glossar: segment = Segment · word = Wort · coverage = Abdeckung · current = aktuell · minor = geringfügig ·
### untranslated = unübersetzt · stale = veraltet · obsolete = verwaist (Ausgangstext weggefallen) · unknown = ungeklärt
### (woraus übersetzt wurde, steht nirgends) · finding = Befund · page = Seite · gate = Hürde.

count-segments = { PLURAL($n) ->
    [one] { NUM($n) } Segment
   *[other] { NUM($n) } Segmente
}

count-words = { PLURAL($n) ->
    [one] { NUM($n) } Wort
   *[other] { NUM($n) } Wörter
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

## status. Die Zeichen vor den Zahlen sind die der Tabellenspalten.

status-title = { PLURAL($n) ->
    [one] { NUM($n) } Seite
   *[other] { NUM($n) } Seiten
} · Ausgangssprache: { $language }
status-translated = { NUM($percent) }{"\u00A0"}% übersetzt
status-up-to-date = { NUM($percent) }{"\u00A0"}% aktuell
status-words = { NUM($done) } von { PLURAL($all) ->
    [one] { NUM($all) } Wort
   *[other] { NUM($all) } Wörtern
}
status-segments = { NUM($done) } von { PLURAL($all) ->
    [one] { NUM($all) } Segment
   *[other] { NUM($all) } Segmenten
}
state-untranslated = { NUM($n) } unübersetzt
state-stale = { NUM($n) } veraltet
state-obsolete = { NUM($n) } verwaist
state-unknown = { NUM($n) } ungeklärt
status-column-current = aktuell
status-column-words = Wörter
status-column-segments = Segmente
status-missing = fehlt
status-not-offered = nicht angeboten
status-complete = { PLURAL($n) ->
    [one] { NUM($n) } Seite ist vollständig
   *[other] { NUM($n) } Seiten sind vollständig
}
status-set-apart = Beiseitegelegt, nicht gezählt: { $what }
status-unknown-hint = Ungeklärt: Nichts sagt, woraus diese Segmente übersetzt wurden. Das tut eine Git-Geschichte, ein Memory (`hexapla import`) oder ein früherer Stand (`--base`).
history-absent = Es gibt keine Git-Geschichte, die sagt, was veraltet ist; das tut nur das Memory.
history-squashed = Alle Seiten kamen in einem einzigen Commit; was woraus übersetzt wurde, sagt die Geschichte daher nicht.
set-apart-boilerplate = { PLURAL($n) ->
    [one] { NUM($n) } Segment der Vorlage
   *[other] { NUM($n) } Segmente der Vorlage
}
set-apart-switcher = { PLURAL($n) ->
    [one] { NUM($n) } Verweis auf eine andere Sprache
   *[other] { NUM($n) } Verweise auf andere Sprachen
}
set-apart-untranslatable = { PLURAL($n) ->
    [one] { NUM($n) } nicht zu übersetzendes Segment
   *[other] { NUM($n) } nicht zu übersetzende Segmente
}

## check: was nicht stimmt und was zu tun ist

rule-missing-page = Diese Seite gibt es auf { $language } nicht.
remedy-missing-page = Übersetzen oder in hexapla.toml unter `not-offered` aufführen.
rule-missing-segment = Hierzu fehlt die Übersetzung auf { $language }.
remedy-missing-segment = Übersetzen und an der passenden Stelle der Seite einfügen.
rule-deleted-target = Die Übersetzung hiervon auf { $language } wurde gelöscht.
remedy-deleted-target = Die Übersetzung wiederherstellen oder den Satz auch in der Ausgangsseite löschen.
rule-untranslated-copy = Das steht hier noch wie im Ausgangstext.
remedy-untranslated-copy = Übersetzen; was so bleiben muss, lässt sich mit `translate="no"` auszeichnen.
rule-wrong-language = Das ist nicht auf { $language } geschrieben.
remedy-wrong-language = Übersetzen oder die Sprache mit `lang` auszeichnen.
rule-stale = Der Ausgangstext hat sich geändert, seit dies übersetzt wurde.
remedy-stale = Die Übersetzung dem neuen Wortlaut anpassen.
rule-stale-minor = Der Ausgangstext hat sich geringfügig geändert, seit dies übersetzt wurde.
remedy-stale-minor = Einmal hinsehen; meist ist nichts zu tun.
rule-obsolete-segment = Den Ausgangstext zu dieser Übersetzung gibt es nicht mehr.
remedy-obsolete-segment = Auch hier löschen.
rule-extra-segment = Hierzu gibt es im Ausgangstext nichts.
remedy-extra-segment = Prüfen, ob es hierher gehört oder im Ausgangstext fehlt.
rule-orphan-page = Zu dieser Seite gibt es keine Ausgangsseite.
remedy-orphan-page = Löschen, oder prüfen, ob die Ausgangsseite umbenannt oder ausgenommen wurde.
rule-unverified = Nichts sagt, aus welchem Wortlaut das übersetzt wurde.
remedy-unverified = Beide vergleichen. Was im Memory steht oder die Geschichte zeigt, ist nicht mehr ungeklärt.
rule-empty-page = Auf dieser Seite steht kein Text.
remedy-empty-page = Die Seite füllen oder löschen.
rule-odd-page = An dieser Seite ist etwas merkwürdig.
remedy-odd-page = Einmal hinsehen; der Rest der Seite wurde gelesen.
rule-unreadable-page = Diese Seite lässt sich nicht lesen.
remedy-unreadable-page = Eine lesbare Textdatei in UTF-8 daraus machen oder sie in hexapla.toml mit `skip` ausnehmen.

edit-punctuation = Zeichensetzung geändert
edit-markup = Auszeichnung geändert
edit-link = Verweis geändert
edit-spelling = Schreibweise geändert
edit-wording = Wortlaut geändert
edit-number = Zahl geändert
edit-negation = Verneinung geändert

finding-source = Ausgangstext
finding-base = Grundlage
finding-since = seit
base-confidence = { $who } (Sicherheit { NUM($confidence) })
base-accepted = von einem Menschen bestätigt
base-memory = das Memory des Projekts
base-declared = in der Seite angegeben
base-trailer = in einem Commit angegeben
base-history = die Geschichte beider Seiten
base-snapshot = ein früherer Stand

check-findings = { PLURAL($n) ->
    [one] { NUM($n) } Befund
   *[other] { NUM($n) } Befunde
}
check-errors = { PLURAL($n) ->
    [one] { NUM($n) } Fehler
   *[other] { NUM($n) } Fehler
}
check-warnings = { PLURAL($n) ->
    [one] { NUM($n) } Warnung
   *[other] { NUM($n) } Warnungen
}
check-notes = { PLURAL($n) ->
    [one] { NUM($n) } Hinweis
   *[other] { NUM($n) } Hinweise
}
check-clean = Nichts zu tun.
check-passed = Die Hürde ist genommen.
check-failed = Die Hürde ist nicht genommen.
check-coverage = { $language }: { NUM($actual) }{"\u00A0"}% sind aktuell; verlangt sind { NUM($least) }{"\u00A0"}%.

## list und init

list-orphans = Seiten ohne Ausgangsseite:
list-orphan-source = die Ausgangsseite wäre { $path }
list-unmatched = Dateien, die kein Muster trifft:
list-skipped = Durch `skip` ausgenommen:
init-found = Geschrieben auf { $source }, übersetzt in: { $targets }.
init-pairs = { PLURAL($n) ->
    [one] { NUM($n) } Seitenpaar:
   *[other] { NUM($n) } Seitenpaare:
}
init-written = { $path } ist geschrieben. Wie die Website dasteht, zeigt `hexapla status`.
init-learn =
    Die Seiten können lehren, welche Wörter einander übersetzen; dann werden Sätze sicherer gepaart:
    { $command }
init-note-head = Was hexapla in diesem Projekt ansieht. `hexapla list` zeigt, was die Muster treffen,
    `hexapla status`, wie viel übersetzt und aktuell ist.
init-note-source = Die Sprache, in der die Website geschrieben ist.
init-note-targets = Die Sprachen, in die sie übersetzt ist.
init-note-history = Woraus übersetzt wurde, steht in der Git-Geschichte, wenn es eine gibt.
    "off" sieht nur die Seiten an, "require" scheitert ohne Geschichte.
init-note-not-offered = Seiten, die es in einer Sprache mit Absicht nicht gibt.
init-note-skip = Seiten, die außen vor bleiben.
init-note-languages = Sprachkürzel für TMX, die von denen in den Pfaden abweichen.
init-note-documents = Was * und ** im Ausgangspfad treffen, wird in den Zielpfad übernommen.
init-note-boilerplate = Text, der zur Vorlage gehört und nicht zur Seite.
init-note-gate = Woran `hexapla check` scheitert, und die geringste Abdeckung in Prozent.

## Was gerade geschieht, neben dem Fortschrittsbalken

progress-pages = Seiten lesen und vergleichen
progress-memories = Memorys lesen
progress-learning = Lernen, welche Wörter einander übersetzen

## export und import

export-written = { $path }: { PLURAL($n) ->
    [one] { NUM($n) } Einheit
   *[other] { NUM($n) } Einheiten
}
export-rules = Regeln für OmegaT: { $path } (dieses Verzeichnis ins OmegaT-Projekt kopieren, damit es die Seiten wie Hexapla zerlegt)

export-kept-back = { PLURAL($n) ->
    [one] { NUM($n) } zweifelhaftes Paar ist zu Hause geblieben
   *[other] { NUM($n) } zweifelhafte Paare sind zu Hause geblieben
}
import-added = { NUM($n) } neu
import-replaced = { NUM($n) } ersetzt
import-unchanged = { NUM($n) } schon bekannt
import-older = { NUM($n) } älter als im Memory
import-untranslated = { NUM($n) } nicht übersetzt
import-nothing = { $path }: Nichts darin betrifft dieses Projekt.
import-other-languages = { PLURAL($n) ->
    [one] { NUM($n) } Einheit steht in Sprachen, die das Projekt nicht hat oder die nicht gefragt waren.
   *[other] { NUM($n) } Einheiten stehen in Sprachen, die das Projekt nicht hat oder die nicht gefragt waren.
}
finding-target = Übersetzung
