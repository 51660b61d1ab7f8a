### `hexapla align`: was die Hilfe sagt und was der Befehl über seine Arbeit sagt.
###
### Glossar: siehe cli.ftl. Der Asteriskus zeigt, was der Übersetzung fehlt, der Obelus, was dem Ausgangstext fehlt.

command-align = Die Segmente einer Seite und ihrer Übersetzung einander zuordnen
command-align-details =
    Aligniert zwei Seiten: welche Segmente der einen die Übersetzung welcher Segmente der anderen sind und wie sicher das
    ist. Segmente dürfen geteilt, verbunden, ausgelassen oder hinzugefügt sein. Ohne Dateien werden alle Seitenpaare des
    Projekts aligniert, mit allem, was dessen Übersetzungsspeicher lehrt. Eine TMX-Datei allein wird zerlegt und neu
    aligniert.

    In der Leiter (`ladder`) sind Segmente von 0 an so gezählt, wie `hexapla segment` sie ausgibt, Links zu anderen
    Sprachen eingeschlossen; jedes steht in genau einem Paar, und so bedeuten die Nummern immer dasselbe.

    Gelernt wird aus den Texten selbst. Besser geht es mit einem Wörterbuch (`--dictionary`) und mit vielen Paaren
    zugleich: `--pairs` lernt ein Lexikon aus allen zusammen. `--learn` hebt ein Lexikon auf, `--lexicon` verwendet es
    wieder; was `--learn memory/` in einem Projekt ablegt, lesen auch `status` und `check`. Stimmt in einer Paarliste
    etwas nicht, wird nichts geschrieben.
command-align-examples =
    hexapla align de/garten.md ru/garten.md -s de -t ru
        Nebeneinander
    hexapla align de.txt en.txt --segmented -s de -t en --format ladder
        Zeilen, die schon Segmente sind; eine Zuordnung je Zeile, wie man Aligner vergleicht
    hexapla align --format html -o website.html
        Alle Seiten des Projekts in allen Sprachen, in Spalten
    hexapla align --pairs liste.tsv -o aus --format ladder --learn de-fr.lexicon
        Je Zeile Ausgangsseite, Übersetzung, Name in `aus`; das Lexikon bleibt
    hexapla align de.md fr.md --lexicon de-fr.lexicon --dictionary de-fr.dic
        Mit Gelerntem und einem Wörterbuch
    hexapla align alt.tmx --format tmx -o neu.tmx
        Einen Übersetzungsspeicher neu alignieren
argument-align-source = Die Ausgangsseite, oder eine TMX-Datei, die neu aligniert werden soll
argument-align-target = Ihre Übersetzung
option-source-language = Die Ausgangssprache, falls weder Seite noch Projekt sie nennt
option-target-language = Die Zielsprache, falls weder Seite noch Projekt sie nennt
option-segmented = Jede nichtleere Zeile ist schon ein Segment; eine Leerzeile beendet einen Block
option-project = Das Verzeichnis des Projekts; ohne Angabe das aktuelle
option-align-output = In diese Datei statt in die Standardausgabe schreiben; in ein Verzeichnis (mit --pairs oder mit / am Ende) kommt je Paar eine Datei
option-pairs = Viele Paare alignieren: eine Liste mit einem Paar je Zeile, Ausgangsseite, Übersetzung und Name der Ausgabe durch Tabulatoren getrennt
option-dictionary = Ein Wörterbuch von der Ausgangs- in die Zielsprache: Zeilen mit Tabulator, .dic von hunalign, .tmx, TEI (FreeDict); darf mehrmals stehen
option-learn = Aus allem, was aligniert wird, ein Lexikon lernen und in diese Datei schreiben, bei mehreren Sprachen in dieses Verzeichnis
option-lexicon = Ein Lexikon von --learn verwenden, oder ein Verzeichnis davon
option-max-per-side = Wie viele Segmente eine Seite einer Zuordnung haben darf, 1–8; ohne Angabe 4
option-max-total = Wie viele Segmente beide Seiten einer Zuordnung zusammen haben dürfen, 2–16; ohne Angabe 6
option-align-jobs = Wie viele Threads arbeiten; das Ergebnis ist bei jeder Zahl dasselbe
align-value-number = N

align-pairs = { PLURAL($n) ->
    [one] { NUM($n) } Paar
   *[other] { NUM($n) } Paare
}
align-missing = { NUM($n) } ohne Übersetzung
align-added = { NUM($n) } ohne Ausgangstext
align-moved = { NUM($n) } verschoben
align-title = { $page }: { $source } und { $target }
align-title-many = Alignierte Seiten
align-legend-missing = Ohne Übersetzung
align-legend-added = Ohne Ausgangstext
align-legend-moved = Verschoben
align-legend-doubtful = Zweifelhaft
align-column-confidence = Sicherheit
align-contents = Seiten
align-note-confidence = Aligniert mit der Sicherheit { NUM($confidence) }
align-unrelated = { $source } und { $target } sehen nicht nach Übersetzungen voneinander aus.
align-nothing = In { $path } steht kein Text, der sich alignieren ließe.
align-unmatched = Von { $source } findet sich in { $target } nichts wieder.
align-strange = { $path } gilt als { $language }, sieht aber nach { $found } aus. Die Sprache lässt sich mit `--source-language` oder `--target-language` angeben.
align-dictionary = { $path }: { PLURAL($n) ->
    [one] { NUM($n) } Eintrag
   *[other] { NUM($n) } Einträge
}
align-dictionary-skipped = { PLURAL($n) ->
    [one] { NUM($n) } Zeile oder Wendung war nicht zu gebrauchen
   *[other] { NUM($n) } Zeilen oder Wendungen waren nicht zu gebrauchen
}
align-learnt = { $path } ist geschrieben: { PLURAL($n) ->
    [one] { NUM($n) } Wortpaar.
   *[other] { NUM($n) } Wortpaare.
}
align-left-out = { PLURAL($n) ->
    [one] { NUM($n) } Segment steht nicht im XLIFF, das für eine Übersetzung ohne Ausgangstext keinen Platz hat.
   *[other] { NUM($n) } Segmente stehen nicht im XLIFF, das für Übersetzungen ohne Ausgangstext keinen Platz hat.
}

error-align-one-side = Zum Ausgangstext { $path } fehlt die Übersetzung, mit der er aligniert werden soll.
    .remedy = Beide angeben: `hexapla align AUSGANGSTEXT ÜBERSETZUNG`. Ganz ohne Dateien werden alle Paare des Projekts aligniert.
error-pairs-line = { $place }: In dieser Zeile stehen nicht drei Angaben, getrennt durch Tabulatoren.
    .remedy = Ausgangsseite, Übersetzung und Namen der Ausgabe angeben, dazwischen je ein Tabulator. Es wurde nichts geschrieben.
error-pairs-file = { $place }: { $path } gibt es nicht.
    .remedy = Pfade gelten ab dem aktuellen Verzeichnis, sonst ab dem der Liste. Es wurde nichts geschrieben.
error-pairs-outside = { $place }: Die Ausgabe { $path } läge außerhalb des Verzeichnisses von `-o`.
    .remedy = Einen Namen oder einen Pfad in diesem Verzeichnis angeben, ohne `..`. Es wurde nichts geschrieben.
error-pairs-twice = { $place }: Die Ausgabe { $path } steht schon in Zeile { $line }.
    .remedy = Jedem Paar eine eigene Ausgabe geben. Es wurde nichts geschrieben.
error-pairs-empty = In { $path } stehen keine Paare.
    .remedy = Je Zeile ein Paar angeben: Ausgangsseite, Übersetzung und Namen der Ausgabe, dazwischen je ein Tabulator.
error-output-directory = Das Verzeichnis { $directory }, in das { $path } geschrieben werden soll, gibt es nicht.
    .remedy = Die Schreibweise prüfen oder das Verzeichnis vorher anlegen.
error-learn-languages = In { $path } passt ein Sprachenpaar; hier sind es mehrere: { $languages }.
    .remedy = Ein Verzeichnis mit `/` am Ende angeben: Es bekommt ein Lexikon je Sprache. Oder mit `-l` eine Sprache wählen.
error-lexicon = { $path } ist kein Lexikon.
    .remedy = Eine Datei angeben, die `hexapla align --learn` geschrieben hat. Andere Wortlisten liest `--dictionary`.
error-lexicon-line = { $path }:{ $line }: In dieser Zeile stehen nicht zwei Wörter und zwei Zahlen, getrennt durch Tabulatoren.
    .remedy = Das Lexikon mit `hexapla align --learn` neu lernen oder die Zeile löschen.
error-dictionary = { $path } lässt sich nicht als Wörterbuch lesen: { $reason }.
    .remedy = Prüfen, ob die Datei vollständig ist und ihre Endung sagt, was sie ist: .tsv, .dic, .tmx, .tei.
error-dictionary-empty = In { $path } wurde kein Wortpaar gefunden.
    .remedy = Je Zeile ein Paar angeben, Ausgangs- und Zielwort mit Tabulator dazwischen; .dic wie bei hunalign, `Zielwort @ Ausgangswort`.
error-memory-empty = In { $path } stehen keine Texte in zwei Sprachen, die sich alignieren ließen.
    .remedy = Die Sprachen mit `--source-language` und `--target-language` angeben, wie sie in der Datei stehen.
