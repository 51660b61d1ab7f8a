### Hilfetexte. Was in Beispielen nicht eingerückt ist, wird so eingetippt; Eingerücktes erklärt es.
###
### Glossar: page = Seite · block = Block · segment = Segment · align = alignieren · alignment = Alignment ·
### translation memory = Translation-Memory · coverage = Abdeckung · untranslated = unübersetzt · stale = veraltet ·
### obsolete = verwaist · unknown = ungeklärt · finding = Befund · gate = Hürde.

help-about = Welcher Satz einer übersetzten Website fehlt oder veraltet ist – und die Übersetzungen vieler Jahre als TMX
help-details =
    Hexapla liest eine Website und ihre Übersetzungen, stellt sie Satz für Satz nebeneinander und meldet, was unübersetzt,
    veraltet oder verwaist ist. Was übersetzt ist, wird zum Translation-Memory, das CAT-Werkzeuge laden.
help-examples =
    hexapla init
        Die Website in diesem Verzeichnis ansehen und hexapla.toml schreiben
    hexapla status
        Wie viel übersetzt und aktuell ist, nach Sprachen und Seiten
    hexapla check
        Jeder Satz, der noch zu tun ist; Rückgabewert 1, wenn es einen gibt
    hexapla help check
        Alles über einen Befehl
help-exit-codes =
    0  nichts über der Hürde
    1  Befunde über der Hürde (nur `check`)
    2  nicht ausführbar: Befehlszeile, Konfiguration, unlesbare Eingabe

heading-usage = Aufruf
heading-commands = Befehle
heading-arguments = Argumente
heading-options = Optionen
heading-global-options = Optionen aller Befehle
heading-examples = Beispiele
heading-exit-codes = Rückgabewerte
value-options = [OPTIONEN]
value-command = BEFEHL
value-file = DATEI
value-directory = VERZEICHNIS
value-language = SPRACHE
value-format = WORT
value-source = AUSGANGSTEXT
value-target = ÜBERSETZUNG
help-default = Vorgabe: { $value }
help-values = möglich: { $values }

option-ui-language = In dieser Sprache sprechen: ar, de, en oder ru; eine Region darf folgen, etwa ar-EG
option-color = Wann Farbe verwendet wird
option-quiet = Nichts außer dem Ergebnis ausgeben
option-verbose = Auch zeigen, was sonst zusammengefasst wird
option-no-progress = Keinen Fortschrittsbalken zeigen
option-help = Diese Hilfe zeigen
option-version = Die Version zeigen
argument-directory = Das Projekt: ein Verzeichnis mit einer hexapla.toml darin oder darüber; ohne Angabe das aktuelle
option-format = Die Form der Ausgabe
option-output = In diese Datei statt in die Standardausgabe schreiben

## help

command-help = Die Hilfe zu einem Befehl zeigen
argument-help-command = Der Befehl
command-help-details = Dasselbe wie `--help` hinter einem Befehl.
command-help-examples =
    hexapla help segment
        Was `segment` tut und braucht

## segment

command-segment = Eine Seite in Segmente schneiden
command-segment-details =
    Liest eine Seite und gibt ihre Segmente aus, eines je Zeile, mit einer Leerzeile zwischen den Blöcken. Abkürzungen,
    Daten, Zitate und Quellenangaben beenden keinen Satz. `json` nennt auch den Ort: Bytes, Zeile und Spalte.
command-segment-examples =
    hexapla segment content/de/garten.md
        Ein Segment je Zeile
    hexapla segment --language ru --input html - < seite.html
        Die Standardeingabe lesen
    hexapla segment --format json seite.html
        Mit Ortsangaben, für Programme
argument-segment-file = Die Seite; `-` für die Standardeingabe
option-segment-language = Die Sprache der Seite, falls die Seite sie nicht selbst nennt
option-segment-input = Was für eine Seite es ist, falls ihr Name es nicht verrät

## align

command-align = Die Segmente einer Seite und ihrer Übersetzung einander zuordnen
command-align-details =
    Aligniert zwei Seiten: welche Segmente der einen die Übersetzung welcher Segmente der anderen sind und wie sicher das
    ist. Segmente dürfen geteilt, verbunden, ausgelassen oder hinzugefügt sein. Ohne Dateien werden alle Seitenpaare des
    Projekts aligniert.
command-align-examples =
    hexapla align de/garten.md ru/garten.md --source-language de --target-language ru
        Nebeneinander
    hexapla align de.txt en.txt --segmented --source-language de --target-language en --format ladder
        Zeilen, die schon Segmente sind; eine Zuordnung je Zeile, wie man Aligner vergleicht
    hexapla align de/garten.md ar/garten.md --format html -o garten.html
        Eine Seite mit zwei Spalten zum Ansehen
argument-align-source = Die Ausgangsseite
argument-align-target = Ihre Übersetzung
option-source-language = Die Ausgangssprache, falls weder Seite noch Projekt sie nennt
option-target-language = Die Zielsprache, falls weder Seite noch Projekt sie nennt
option-segmented = Jede nichtleere Zeile ist schon ein Segment; eine Leerzeile beendet einen Block
option-project = Das Projekt, wenn keine Dateien angegeben sind
option-align-output = In diese Datei (mit --pairs: in dieses Verzeichnis) statt in die Standardausgabe schreiben
option-pairs = Viele Paare alignieren: eine Liste mit einem Paar je Zeile, Ausgangsseite, Übersetzung und Name der Ausgabe durch Tabulatoren getrennt
note-read-as-text = { $path } wird als reiner Text gelesen, da der Name kein Format verrät; `--input` gibt es an.
note-no-language = Nirgends steht, in welcher Sprache { $path } geschrieben ist; es gelten allgemeine Regeln. `--language` gibt sie an.
