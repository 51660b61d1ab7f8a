### `hexapla tmx …`.
###
### Glossar: memory = Memory (Translation-Memory) · unit = Einheit · variant = Variante · code = Code · format = formatieren ·
### merge = zusammenführen · duplicate = Dublette · conflict = Konflikt · canonical form = Normalform.


command-tmx = Translation-Memorys (TMX) prüfen, formatieren, zusammenführen, schneiden
command-tmx-details =
    Arbeitet mit TMX-Dateien aller Versionen von 1.1 bis 1.4b, in jeder Kodierung, gezippt oder nicht, in jeder Größe: Sie
    werden als Strom gelesen. Was in einer Datei kaputt ist, wird mit seinem Ort gemeldet und übergangen; die heilen
    Einheiten ringsum bleiben.
command-tmx-examples =
    hexapla tmx validate memory.tmx
        Alles, was daran nicht stimmt, mit Ort und Abhilfe
    hexapla tmx stats memory.tmx
        Was darin ist
    hexapla help tmx merge
        Alles über einen dieser Befehle
help-tmx-exit-codes =
    0  erledigt, nichts gefunden
    1  etwas gefunden: Fehler (`validate`), eine Datei ist nicht formatiert oder verlor kaputte Einheiten (`fmt`), Unterschiede (`diff`), Konflikte (`merge-driver`)
    2  nicht ausführbar: Befehlszeile, unlesbare oder abgelehnte Eingabe

argument-tmx-file = Das Memory; `-` für die Standardeingabe
option-tmx-output = In diese Datei statt in die Standardausgabe schreiben; `.gz` am Ende komprimiert sie
option-tmx-on-conflict = Was von zwei Übersetzungen eines Ausgangstexts bleibt: die zuletzt geänderte, die erste oder beide
option-tmx-preserve = Jedes Byte unberührter Einheiten lassen, wie es ist, in der Kodierung der Datei

## validate

command-tmx-validate = Alles finden, was an Memorys nicht stimmt
command-tmx-validate-details =
    Prüft alles, was die DTD der jeweiligen Version sagt, und was sie nicht sagen kann: Paare von Codes, Daten,
    Sprachkürzel, Namen, die Ausgangssprache, doppelte Varianten. Alles wird in einem Durchgang gemeldet. Von vielen
    Befunden einer Art werden die ersten fünf gezeigt; `--verbose` zeigt alle, ebenso `json` und `sarif`.
command-tmx-validate-examples =
    hexapla tmx validate memory.tmx
        Für Menschen
    hexapla tmx validate --fail-on warning *.tmx
        Als Hürde, die nichts durchlässt
    hexapla tmx validate --format sarif memory.tmx > memory.sarif
        Für Code-Scanning
option-tmx-fail-on = Was den Rückgabewert 1 ergibt
tmx-unit = Einheit { $number }
tmx-unit-named = Einheit { $number }, { $name }
tmx-count-units = { PLURAL($n) ->
    [one] { NUM($n) } Einheit
   *[other] { NUM($n) } Einheiten
}
tmx-count-errors = { PLURAL($n) ->
    [one] { NUM($n) } Fehler
   *[other] { NUM($n) } Fehler
}
tmx-count-warnings = { PLURAL($n) ->
    [one] { NUM($n) } Warnung
   *[other] { NUM($n) } Warnungen
}
tmx-count-broken = { PLURAL($n) ->
    [one] { NUM($n) } kaputte Einheit
   *[other] { NUM($n) } kaputte Einheiten
}

## stats

command-tmx-stats = Zählen, was in Memorys ist
command-tmx-stats-details =
    Zählt Einheiten, Varianten, Wörter und Zeichen je Sprache, Codes und Eigenschaften je Art, und zeigt Daten, Werkzeuge
    und Kodierungen und was beim Lesen auffiel. Wörter werden nach UAX #29 gezählt.
command-tmx-stats-examples =
    hexapla tmx stats memory.tmx
        Für Menschen
    hexapla tmx stats --format json memory.tmx
        Für Programme
tmx-stats-version = TMX
tmx-stats-encoding = Kodierung
tmx-stats-source-language = Ausgangssprache
tmx-stats-dates = Zeitraum
tmx-stats-tools = Werkzeuge
tmx-stats-codes = Codes
tmx-stats-properties = Eigenschaften
tmx-stats-problems = Auffälligkeiten
tmx-stats-language = Sprache
tmx-stats-variants = Varianten
tmx-stats-words = Wörter
tmx-stats-characters = Zeichen
tmx-stats-empty = Leer

## fmt

command-tmx-fmt = Memorys in ihrer Normalform schreiben
command-tmx-fmt-details =
    Schreibt TMX 1.4 in UTF-8, ein Element je Zeile, Attribute und Eigenschaften in fester Reihenfolge, damit Memorys in
    der Versionsverwaltung kleine Unterschiede zeigen. In Segmenten wird nichts angerührt. Kaputte Einheiten werden
    gemeldet und weggelassen; mit `--in-place` bleibt eine Datei, die welche hat, unberührt, es sei denn, `--drop-broken`
    ist angegeben.
command-tmx-fmt-examples =
    hexapla tmx fmt alt.tmx > neu.tmx
        Jede Version und Kodierung wird TMX 1.4 in UTF-8
    hexapla tmx fmt --in-place memory/*.tmx
        Die Dateien selbst formatieren
    hexapla tmx fmt --check memory/*.tmx
        Die Dateien nennen, die nicht formatiert sind; Rückgabewert 1, wenn es welche gibt
option-tmx-in-place = In die Dateien selbst schreiben
option-tmx-check = Nichts schreiben; die Dateien nennen, die sich ändern würden
option-tmx-drop-broken = Mit `--in-place`: kaputte Einheiten endgültig weglassen
tmx-fmt-differs = { $path } ist nicht formatiert.
tmx-left-out = { PLURAL($n) ->
    [one] { NUM($n) } kaputte Einheit fehlt im Ergebnis.
   *[other] { NUM($n) } kaputte Einheiten fehlen im Ergebnis.
}

## convert

command-tmx-convert = Die Kodierung eines Memorys ändern, Codes herausnehmen oder eins aus Paaren machen
command-tmx-convert-details =
    Schreibt ein Memory in der Kodierung, die ein anderes Werkzeug verlangt, oder als reinen Text ohne Inline-Codes (TMX
    Level 1). Eine TSV-Datei mit einem Paar je Zeile wird zum Memory: der Rückweg von `extract`.
command-tmx-convert-examples =
    hexapla tmx convert --encoding UTF-16 memory.tmx -o trados.tmx
        Für Werkzeuge, die UTF-16 wollen
    hexapla tmx convert --plain memory.tmx -o level1.tmx.gz
        Ohne Codes, komprimiert
    hexapla tmx convert paare.tsv -s de -t ru -o paare.tmx
        Aus Zeilen mit zwei Texten, die ein Tabulator trennt
option-tmx-from = Was die Datei ist, falls ihr Name es nicht verrät
option-tmx-encoding = In dieser Kodierung schreiben
option-tmx-plain = Alle Inline-Codes aus den Segmenten nehmen
option-tmx-pair-source = Die Sprache des ersten Felds einer TSV-Datei
option-tmx-pair-target = Die Sprache des zweiten Felds einer TSV-Datei
tmx-no-pair = { $place }: Die Zeile enthält kein Textpaar und wurde übergangen.

## merge

command-tmx-merge = Aus vielen Memorys eins machen
command-tmx-merge-details =
    Bringt die Einheiten aller Dateien in eine, in der Reihenfolge der Dateien, ohne das, was doppelt ist. Zwei
    Übersetzungen stehen in Konflikt, wenn Ausgangstext, Sprache, Seite und Nachbarn gleich sind; welche bleibt, sagt
    `--on-conflict`. Der Kopf ist der der ersten Datei.
command-tmx-merge-examples =
    hexapla tmx merge agentur.tmx eigene.tmx -o alle.tmx
        Im Konflikt bleibt die zuletzt geänderte Übersetzung
    hexapla tmx merge --on-conflict keep eigene.tmx agentur.tmx -o alle.tmx
        Was in `eigene.tmx` steht, bleibt
tmx-kept = { NUM($written) } von { NUM($read) } Einheiten geschrieben.
tmx-trimmed = { PLURAL($n) ->
    [one] { NUM($n) } davon verlor einen Teil ihrer Varianten.
   *[other] { NUM($n) } davon verloren einen Teil ihrer Varianten.
}

## split

command-tmx-split = Ein Memory in mehrere zerschneiden
command-tmx-split-details =
    Schreibt Dateien mit je so vielen Einheiten, alle mit dem ganzen Kopf, benannt nach dem Memory und ab 0001 nummeriert.
command-tmx-split-examples =
    hexapla tmx split --every 50000 gross.tmx -o teile
        teile/gross-0001.tmx, teile/gross-0002.tmx …
option-tmx-every = So viele Einheiten je Datei
option-tmx-split-output = In dieses Verzeichnis
tmx-split-written = { PLURAL($n) ->
    [one] { NUM($n) } Datei geschrieben: { $path }
   *[other] { NUM($n) } Dateien geschrieben, die erste ist { $path }
}

## dedupe

command-tmx-dedupe = Dubletten aus einem Memory nehmen
command-tmx-dedupe-details =
    Von Einheiten mit gleichem Ausgangstext, gleicher Übersetzung, Seite und Nachbarschaft bleibt die erste. Mit
    `--on-conflict newest` oder `keep` bleibt auch nur eine Übersetzung je Ausgangstext.
command-tmx-dedupe-examples =
    hexapla tmx dedupe memory.tmx -o sauber.tmx
        Nur was in allem gleich ist, geht
    hexapla tmx dedupe --on-conflict newest memory.tmx -o sauber.tmx
        Eine Übersetzung für jeden Ausgangstext an seiner Stelle

## filter

command-tmx-filter = Die gewünschten Einheiten eines Memorys behalten
command-tmx-filter-details =
    Behält die Einheiten, auf die alle Bedingungen zutreffen. `--language` nimmt auch andere Varianten aus den Einheiten;
    fehlt `de`, genügt `de-AT`. `--drop` nimmt heraus, was falsch aussieht.
command-tmx-filter-examples =
    hexapla tmx filter --language de,ru memory.tmx -o de-ru.tmx
        Zwei Sprachen von vielen
    hexapla tmx filter --since 2024-01-01 memory.tmx -o neu.tmx
        Was seitdem entstand oder geändert wurde
    hexapla tmx filter --drop number-mismatch,same-as-source a.tmx -o b.tmx
        Ohne das, was wohl keine Übersetzung ist
    hexapla tmx filter --property x-document=garten.html memory.tmx
        Was zu einer Seite gehört
option-tmx-filter-language = Nur diese Sprachen, durch Kommas getrennt
option-tmx-since = Nur Einheiten, die an diesem Tag oder später entstanden oder geändert wurden (2024-01-31)
option-tmx-before = Nur Einheiten, die vor diesem Tag entstanden oder geändert wurden
option-tmx-property = Nur Einheiten mit dieser Eigenschaft: `ART` oder `ART=TEXT`
option-tmx-ratio = Nur Einheiten, deren längerer Text höchstens so vielmal so viele Zeichen hat wie der kürzere
option-tmx-drop = Keine Einheiten mit einem solchen Makel, durch Kommas getrennt

## diff

command-tmx-diff = Zeigen, worin sich zwei Memorys unterscheiden, Einheit für Einheit
command-tmx-diff-details =
    Einheiten sind dieselben dem Namen nach (`tuid`), sonst nach ihrem Ausgangstext an seiner Stelle; auf die Reihenfolge
    kommt es nicht an, auch nicht darauf, wie sie geschrieben sind. `-` steht vor dem, was nur die erste Datei hat, `+` vor
    dem, was nur die zweite hat.
command-tmx-diff-examples =
    hexapla tmx diff gestern.tmx heute.tmx
        Alles, was sich geändert hat
    hexapla tmx diff --text gestern.tmx heute.tmx
        Nur geänderte Texte, nicht Daten, Notizen oder Eigenschaften
argument-tmx-old = Das erste Memory
argument-tmx-new = Das zweite Memory
option-tmx-text = Nur Sprachen und Segmente vergleichen
tmx-diff-count = { NUM($same) } gleich · { NUM($added) } neu · { NUM($removed) } entfallen · { NUM($changed) } geändert

## extract

command-tmx-extract = Textpaare aus einem Memory ziehen
command-tmx-extract-details =
    Schreibt Ausgangstext und Übersetzung ohne Codes: als TSV, ein Paar je Zeile (`\t`, `\n`, `\r` und `\\` stehen für
    Tabulator, Zeilenumbruch, Wagenrücklauf und Gegenschrägstrich); als JSON Lines; oder für Moses als zwei Dateien, deren
    Zeilen einander entsprechen.
command-tmx-extract-examples =
    hexapla tmx extract -t ru memory.tmx > de-ru.tsv
        Paare mit Russisch
    hexapla tmx extract --format jsonl memory.tmx
        Mit Sprachen und Namen, für Programme
    hexapla tmx extract --format moses -s de -t ru memory.tmx -o korpus
        korpus.de und korpus.ru
option-tmx-extract-source = Die Ausgangssprache, falls das Memory sie nicht nennt
option-tmx-extract-target = Die Zielsprache; ohne Angabe alle
tmx-no-language = In `{ $language }` ist kein Text vorhanden. Vorhanden sind: { $found }.
tmx-pairs = { PLURAL($n) ->
    [one] { NUM($n) } Paar geschrieben.
   *[other] { NUM($n) } Paare geschrieben.
}

## merge-driver

command-tmx-driver = Zwei Fassungen eines Memorys für git zusammenführen
command-tmx-driver-details =
    Mit diesem Befehl führt git Memorys Einheit für Einheit zusammen, statt Konfliktmarken ins XML zu setzen. Was eine
    Seite geändert, hinzugefügt oder gestrichen hat, wird übernommen. Haben beide dieselbe Einheit geändert, bleibt das
    spätere Datum, es wird gemeldet, und git wartet, bis jemand nachgesehen hat (Rückgabewert 1). Zwei Zeilen richten es
    ein, einmal in jedem Klon und einmal im Repository:
command-tmx-driver-examples =
    git config merge.tmx.driver "hexapla tmx merge-driver %O %A %B %P"
        In jedem Klon
    echo "*.tmx merge=tmx" >> .gitattributes
        Im Repository
argument-tmx-base = Die Fassung, von der beide abstammen
argument-tmx-ours = Unsere Fassung, in die das Ergebnis kommt
argument-tmx-theirs = Die andere Fassung
argument-tmx-path = Der Name der Datei, für Meldungen
tmx-conflict-ours = { $path }: Beide Seiten haben { $name } „{ $text }“ geändert; unsere Fassung blieb.
tmx-conflict-theirs = { $path }: Beide Seiten haben { $name } „{ $text }“ geändert; die andere Fassung wurde genommen.
tmx-conflicts = { PLURAL($n) ->
    [one] { NUM($n) } Einheit von { $path } wurde auf beiden Seiten geändert. Ansehen, dann `git add`.
   *[other] { NUM($n) } Einheiten von { $path } wurden auf beiden Seiten geändert. Ansehen, dann `git add`.
}

## Was schiefgehen kann

error-tmx-refused = { $place }: { $what }
    .remedy = { $remedy }
error-tmx-unwritable = { $path }, Einheit { $unit }: Das Zeichen { $character } in { $spot } kann XML nicht schreiben.
    .remedy = In der Datei löschen; `hexapla tmx validate` zeigt, wo.
error-tmx-standard-twice = Die Standardeingabe kann nur eine der Dateien sein.
    .remedy = Für die übrigen Dateien angeben.
error-tmx-one-file = { $n } Dateien lassen sich nicht als eine in die Standardausgabe schreiben.
    .remedy = Eine Datei angeben, oder `--in-place` oder `--check`; `hexapla tmx merge` macht aus vielen Memorys eins.
error-tmx-would-drop = { $path } hat kaputte Einheiten ({ $n }), die verloren gingen. Die Datei blieb unberührt.
    .remedy = Sie heil machen, oder `--drop-broken` angeben; ohne `--in-place` kommen die heilen Einheiten in die Standardausgabe.
error-tmx-encoding-name = „{ $encoding }“ ist keine bekannte Kodierung.
    .remedy = Einen üblichen Namen verwenden, etwa UTF-8, UTF-16 oder windows-1251.
error-tmx-pair-languages = { $path } sagt nicht, in welchen Sprachen die Texte sind.
    .remedy = `--source-language` und `--target-language` angeben.
error-tmx-moses-languages = Zwei Dateien für Moses brauchen zwei Sprachen.
    .remedy = `--source-language` und `--target-language` angeben.
error-tmx-moses-output = Zwei Dateien für Moses brauchen einen Namen.
    .remedy = `--output korpus` angeben, für `korpus.de` und `korpus.ru`.
error-tmx-date = „{ $value }“ ist kein Datum.
    .remedy = Als 2024-01-31 oder 20240131T120000Z schreiben.
