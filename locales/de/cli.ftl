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

## help

command-help = Die Hilfe zu einem Befehl zeigen
argument-help-command = Der Befehl
command-help-details = Dasselbe wie `--help` hinter einem Befehl.
command-help-examples =
    hexapla help segment
        Was `segment` tut und braucht

## align

note-read-as-text = { $path } wird als reiner Text gelesen, da der Name kein Format verrät; `--input` gibt es an.
note-no-language = Nirgends steht, in welcher Sprache { $path } geschrieben ist; es gelten allgemeine Regeln. `--language` gibt sie an.

## status

command-status = Zeigen, wie viel übersetzt und aktuell ist, nach Sprachen und Seiten
command-status-details =
    Vergleicht jede Seite mit ihren Übersetzungen. `status` berichtet und urteilt nicht: Der Rückgabewert ist immer 0, was
    auch gefunden wird. Urteilen ist Sache von `check`.
command-status-examples =
    hexapla status
        Das Projekt in diesem Verzeichnis
    hexapla status --language ru -v
        Eine Sprache, mit den vollständigen Seiten
    hexapla status --format json
        Für Programme
    hexapla status --base ../website-vom-vorjahr
        Was damals übersetzt wurde und sich seitdem geändert hat
option-language = Nur diese Zielsprache; darf mehrmals stehen
option-base = Mit einem früheren Stand des Projekts in diesem Verzeichnis vergleichen
argument-paths = Das Projekt, oder Seiten und Verzeichnisse darin, die angesehen werden

## check

command-check = Jeden Satz nennen, der zu tun ist; scheitern, wenn es einen gibt
command-check-details =
    Zählt auf, was unübersetzt, veraltet, verwaist oder ungeklärt ist, mit Ort und Abhilfe. An unübersetzten und veralteten
    Segmenten scheitert die Prüfung, wenn `[gate]` in hexapla.toml nichts anderes sagt; alles Übrige sind Warnungen und
    Hinweise.

    Ein Kommentar in einer Seite schaltet Regeln dort stumm: `<!-- hexapla-ignore numbers: warum -->` für den nächsten
    Block, `<!-- hexapla-off numbers -->` … `<!-- hexapla-on -->` für alles dazwischen; ohne Namen jede Regel. In einer
    Ausgangsseite gilt er für alle Sprachen. `hexapla explain` zählt die Namen auf.
command-check-examples =
    hexapla check
        Alles, als Hürde in der CI
    hexapla check content/de/garten.md
        Eine Seite in allen Sprachen
    hexapla check --language en --fail-on untranslated
        Nur an unübersetzten Segmenten scheitern
    hexapla check --format json > bericht.json
        Für Programme; alle Befunde, gleich welche Hürde gilt
option-fail-on = Nur hieran scheitern: untranslated, stale, minor, obsolete, unknown oder eine Regel; durch Kommas getrennt
value-path = PFAD
value-gate = WORAN

## list

command-list = Zeigen, welche Seite zu welcher gehört und welche Datei übrig bleibt
command-list-details =
    Zeigt die Dokumente des Projekts nach Sprachen: `+` die Seite ist da, `-` sie fehlt, `·` sie wird nicht angeboten.
    Darunter stehen Seiten ohne Ausgangsseite und Dateien, die kein Muster trifft. Auch durch ihre Links finden Seiten
    zueinander (hreflang, Sprachumschalter); `--guess` vergleicht, was auf den dann noch übrigen steht.
command-list-examples =
    hexapla list
        Hier zuerst nachsehen, wenn eine Seite im Bericht fehlt
    hexapla list --guess
        Seiten, deren Namen nichts sagen: Paare mit Konfidenz, fertig für hexapla.toml

## init

command-init = Eine Website ansehen und hexapla.toml für sie schreiben
command-init-details =
    Findet Seiten, die neben ihren Übersetzungen liegen, am Sprachkürzel in Verzeichnis oder Dateinamen, schreibt eine
    kommentierte hexapla.toml und zeigt die Paare. Eine vorhandene Datei wird nie überschrieben.
command-init-examples =
    hexapla init
        Die Website in diesem Verzeichnis
    hexapla init website --source de
        Die Website in `website`, auf Deutsch geschrieben
    hexapla init --source de --targets en,ru
        Eine Website, die noch nicht übersetzt ist
    hexapla init --dry-run
        Nur zeigen, was geschrieben würde
argument-init-directory = Das Verzeichnis der Website; ohne Angabe das aktuelle
option-init-source = Die Sprache, in der die Website geschrieben ist
option-dry-run = Nichts schreiben, sondern die Datei ausgeben

## export

command-export = Was übersetzt ist, als Translation-Memory schreiben
command-export-details =
    Schreibt die Paare des Projekts als TMX 1.4b, eine Datei je Sprache, für OmegaT und jedes andere CAT-Werkzeug. Ein
    veraltetes Paar geht mit dem Ausgangstext hinaus, aus dem es entstand; Unübersetztes und Zweifelhaftes bleibt zu Hause.
command-export-examples =
    hexapla export -o tmx
        Eine Datei je Sprache im Verzeichnis `tmx`
    hexapla export --language ru -o ru.tmx
        Eine Sprache in einer Datei
    hexapla export --language ru -o - content/de/garten.md
        Eine Seite, in die Standardausgabe
option-export-format = Das Format des Memorys
option-export-output = Ein Verzeichnis, oder bei nur einer Sprache eine Datei; `-` für die Standardausgabe; ohne Angabe das aktuelle Verzeichnis

## import

command-import = Übersetzungen aus einer TMX-Datei ins Memory des Projekts übernehmen
command-import-details =
    Führt die Einheiten von TMX-Dateien in `memory/<Sprache>.tmx` zusammen. Von zwei Übersetzungen desselben Segments bleibt
    die zuletzt geänderte; eine Datei ohne Datum hat das letzte Wort. Was in einer Datei kaputt ist, wird genannt und
    übergangen.
command-import-examples =
    hexapla import von-der-agentur.tmx
        Alle Sprachen des Projekts, die in der Datei stehen
    hexapla import --language ru alt.tmx aelter.tmx
        Nur Russisch
argument-import-files = Die TMX-Dateien
