### Die Formen, in denen ein Bericht hinausgeht.
###
### Glossar: form = Form · finding = Befund · gate = Hürde · source = Ausgangstext · stale = veraltet ·
### obsolete = verwaist · unknown = ungeklärt. Titel von Regeln sind kurz und ohne Punkt.

option-report-format = Die Form der Ausgabe; FORM=DATEI schreibt sie in eine Datei. Mehrfach möglich
error-format-no-file = `--format { $format }=` nennt keine Datei.
    .remedy = `--format { $format }=DATEI` schreiben, oder `--format { $format }` für die Standardausgabe.
error-formats-one-output = `{ $first }` und `{ $second }` können nicht beide auf die Standardausgabe.
    .remedy = Eines davon in eine Datei schicken: `--format { $second }=DATEI`.
error-formats-one-file = `{ $first }` und `{ $second }` würden beide nach { $path } geschrieben.
    .remedy = Jedem eine eigene Datei geben.

list-more = { $head }, { $last }
said-and-beside = { $said }; { $beside }.
percent = { NUM($n) }{"\u00A0"}%
report-left-out = Hier nicht gezeigt: { $what }. Gezeigt ist das Schlimmste; alles zeigt `hexapla check`.

## Markdown und HTML

markdown-title = Übersetzungen
column-language = Sprache
column-page = Seite
column-translated = übersetzt
column-up-to-date = aktuell
column-untranslated = unübersetzt
column-stale = veraltet
column-obsolete = verwaist
column-unknown = ungeklärt
markdown-more-pages = { PLURAL($n) ->
    [one] { NUM($n) } weitere Seite ist nicht fertig.
   *[other] { NUM($n) } weitere Seiten sind nicht fertig.
}

## Titel der Regeln

title-missing-page = Seite nicht übersetzt
title-missing-segment = Satz nicht übersetzt
title-deleted-target = Übersetzung gelöscht
title-untranslated-copy = Noch wie im Ausgangstext
title-wrong-language = Falsche Sprache
title-stale = Veraltet
title-stale-minor = Geringfügig veraltet
title-obsolete-segment = Ausgangstext ist weg
title-extra-segment = Ohne Gegenstück im Ausgangstext
title-orphan-page = Seite ohne Ausgangsseite
title-unverified = Herkunft ungeklärt
title-numbers = Zahlen weichen ab
title-spelled-numbers = Zahl nur auf einer Seite
title-links = Adressen weichen ab
title-inline-codes = Auszeichnung weicht ab
title-placeholders = Platzhalter weichen ab
title-punctuation = Schlusszeichen weicht ab
title-length = Ungewöhnliche Länge
title-inconsistent = Verschieden übersetzt
title-empty-page = Leere Seite
title-odd-page = Merkwürdige Seite
title-unreadable-page = Unlesbare Seite
title-unused-marker = Marke ohne Wirkung
