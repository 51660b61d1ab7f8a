### Was schiefgehen kann: was geschah und wo; `.remedy`: was zu tun ist.
###
### Glossar: page = Seite · segment = Segment · source = Ausgangstext (Seite: Ausgangsseite) · target = Übersetzung ·
### translation memory = Translation-Memory · rule = Regel · gate = Hürde (woran `check` scheitert).
### Befehle, Optionen, Dateinamen und Schlüssel der Konfiguration bleiben, wie sie sind, in `Gravis`.
### Anrede: Sie, sparsam; lieber Infinitiv.

label-error = Fehler
label-warning = Warnung
label-note = Hinweis
label-help = Abhilfe
label-hint = Tipp
did-you-mean = War { $similar } gemeint?

## Die Befehlszeile

error-usage-command = Einen Befehl `{ $given }` gibt es nicht.
    .remedy = Es gibt { $commands }. Was sie tun, sagt `hexapla --help`.
error-usage-option = `{ $command }` kennt keine Option `{ $option }`.
    .remedy = `{ $command } --help` zählt die Optionen auf. Vor Dateinamen, die mit einem Bindestrich beginnen, gehört `--`.
error-usage-extra = `{ $argument }` ist ein Argument zu viel.
    .remedy = `{ $command } --help` zeigt, was wohin gehört.
error-usage-value = `{ $option }` kann nicht „{ $value }“ sein.
    .remedy = Möglich ist { $values }.
error-usage-no-value = `{ $option }` braucht einen Wert.
    .remedy = `{ $command } --help` zeigt, was dazugehört.
error-usage-twice = `{ $option }` steht zweimal da.
    .remedy = Eines von beiden streichen. `{ $command } --help` zeigt die Optionen.
error-usage-conflict = `{ $first }` und `{ $second }` vertragen sich nicht.
    .remedy = Für eines entscheiden. `{ $command } --help` erklärt beide.
error-usage-missing = Es fehlt etwas: { $arguments }.
    .remedy = `{ $command } --help` zeigt den Aufruf mit Beispielen.
error-usage-encoding = Ein Argument ist kein gültiges UTF-8.
    .remedy = Nur Dateinamen dürfen anders geschrieben sein. `{ $command } --help` zeigt die Argumente.
error-usage-other = Die Befehlszeile ist nicht zu verstehen ({ $reason }).
    .remedy = `{ $command } --help` zeigt den Aufruf.
error-ui-language = In der Sprache „{ $language }“ gibt es keine Meldungen.
    .remedy = Es gibt { $available }; eine Region darf folgen, etwa `ar-EG`.
error-language = „{ $tag }“ ist kein Sprachkürzel.
    .remedy = Ein Kürzel nach BCP 47 angeben, etwa `de`, `en-GB` oder `ar-SA`.
error-language-needed = Nirgends steht, in welcher Sprache { $path } geschrieben ist.
    .remedy = Mit `{ $option }` angeben, zum Beispiel `{ $option } de`.

## Dateien

error-file-missing = { $path } gibt es nicht.
    .remedy = Die Schreibweise prüfen; der Pfad gilt ab dem aktuellen Verzeichnis.
error-file-denied = Der Zugriff auf { $path } ist nicht erlaubt.
    .remedy = Die Zugriffsrechte ändern oder den Befehl als Eigentümer der Datei ausführen.
error-file-directory = { $path } ist ein Verzeichnis; gebraucht wird eine Datei.
    .remedy = Eine Datei darin angeben.
error-read = { $path } lässt sich nicht lesen: { $reason }.
    .remedy = Prüfen, ob die Datei heil und erreichbar ist, und es noch einmal versuchen.
error-write = { $path } lässt sich nicht schreiben: { $reason }.
    .remedy = Prüfen, ob es das Verzeichnis gibt, ob dort geschrieben werden darf und ob noch Platz ist.
error-output = Die Ausgabe lässt sich nicht schreiben: { $reason }.
    .remedy = Prüfen, ob noch Platz ist und das Ziel der Ausgabe offen ist.
error-file-binary = { $path } ist keine Textdatei, sondern binär.
    .remedy = Eine Seite in reinem Text, Markdown oder HTML angeben oder diese in hexapla.toml mit `skip` ausnehmen.
error-not-utf8 = { $place }: Das Byte { $byte } ist kein UTF-8, und eine andere Kodierung gibt die Datei nicht an.
    .remedy = Die Datei als UTF-8 speichern oder ihre Kodierung in ihr angeben (HTML: `<meta charset="…">`; sonst: eine BOM).
error-not-as-declared = { $place }: Das Byte { $byte } passt nicht zur Kodierung { $encoding }, die die Datei angibt.
    .remedy = Die Kodierung angeben, die die Datei wirklich hat, oder sie als UTF-8 speichern.
error-unknown-encoding = { $path } gibt die Kodierung „{ $encoding }“ an, die niemand kennt, und ist kein UTF-8.
    .remedy = Die Datei als UTF-8 speichern und das so angeben.
error-other = { $reason }.
    .remedy = Wenn das nicht weiterhilft: bitte melden, mit Befehl und Datei.

## Das Projekt

error-no-configuration = In { $start } und darüber gibt es keine hexapla.toml.
    .remedy = Mit `hexapla init` eine schreiben oder das Verzeichnis des Projekts angeben.
error-outside = { $path } liegt außerhalb des Projekts.
    .remedy = Einen Pfad im Verzeichnis des Projekts angeben; `..` und Verknüpfungen dürfen nicht hinausführen.
error-configuration = { $place }: Das ist kein TOML ({ $reason }).
    .remedy = Diese Zeile berichtigen. `hexapla init --dry-run` zeigt, wie eine ganze Konfiguration aussieht, mit Erklärung jedes Schlüssels.
error-configuration-type = { $place }: { $wanted ->
        [list] Hier gehört eine Liste hin.
        [text] Hier gehört ein Text in Anführungszeichen hin.
        [number] Hier gehört eine Zahl hin.
        [truth] Hier gehört `true` oder `false` hin.
       *[table] Hier gehört eine Tabelle hin.
    }
    .remedy = { $wanted ->
        [list] In eckige Klammern setzen, auch wenn es nur ein Wert ist: `["en"]`.
        [text] In Anführungszeichen setzen: `"de"`.
        [number] Ohne Anführungszeichen schreiben: `95`.
        [truth] Eines der beiden schreiben, ohne Anführungszeichen.
       *[table] Als `{"{"} en = 95 {"}"}` schreiben oder unter eine Überschrift in eckigen Klammern.
    } `hexapla init --dry-run` zeigt, wie eine ganze Konfiguration aussieht.
error-configuration-missing = { $place }: In dieser Tabelle fehlt der Schlüssel `{ $key }`.
    .remedy = Ergänzen. `hexapla init --dry-run` zeigt, wie eine ganze Konfiguration aussieht, mit Erklärung jedes Schlüssels.
error-configuration-twice = { $place }: Das steht zweimal da.
    .remedy = Beides zusammenlegen oder eines streichen.
error-configuration-key = { $place }: Einen Schlüssel `{ $key }` gibt es nicht.
    .remedy = Berichtigen oder streichen. Schlüssel bestehen aus Kleinbuchstaben und Bindestrichen.
error-configuration-language = { $place }: „{ $language }“ ist kein Sprachkürzel.
    .remedy = Ein Kürzel nach BCP 47 angeben, etwa `de`, `en-GB` oder `ar-SA`.
error-configuration-language-twice = { $place }: Die Sprache { $language } steht zweimal da.
    .remedy = Die Ausgangssprache gehört nur in `source`, jede Zielsprache einmal in `targets`.
error-configuration-no-language = { $place }: Das Muster `{ $pattern }` sagt nicht, wo die Sprache steht.
    .remedy = Wo im Pfad das Sprachkürzel steht, `{"{"}language{"}"}` schreiben.
error-configuration-wildcards = { $place }: In `{ $pattern }` stehen andere Platzhalter als im Muster der Ausgangsseiten.
    .remedy = Dieselben `*` und `**` in derselben Reihenfolge verwenden: Was sie treffen, wird in den Pfad der Übersetzung übernommen.
error-configuration-outside = { $place }: Das Muster `{ $pattern }` führt aus dem Projekt hinaus.
    .remedy = Muster ab dem Verzeichnis der hexapla.toml schreiben, ohne `..` und ohne `/` am Anfang.
error-configuration-brace = { $place }: In `{ $pattern }` ist eine Klammer nicht geschlossen.
    .remedy = Die Klammer schließen. Auswahl schreibt man wie in `*.{"{"}md,html{"}"}`.
error-configuration-no-targets = { $place }: Es fehlt eine Sprache, in die übersetzt wird.
    .remedy = Die Zielsprachen angeben: `targets = ["en", "ru"]`.
error-configuration-no-documents = { $place }: Nirgends steht, welche Seiten es gibt.
    .remedy = Eine Tabelle `[[documents]]` mit `source` und `target` ergänzen. `hexapla init` findet sie von selbst.
error-configuration-value = { $place }: „{ $value }“ ist hier nicht möglich.
    .remedy = Möglich ist { $possible }.
error-pattern-matches-nothing = { $place }: Das Muster `{ $pattern }` trifft keine Datei.
    .remedy = Das Muster berichtigen oder seine Tabelle streichen. `hexapla list` zeigt, was die Muster treffen und was nicht.
error-target-claimed-twice = { $first } und { $second } hätten beide die Übersetzung { $target }.
    .remedy = Die beiden in den Mustern der hexapla.toml auseinanderhalten.
error-not-a-target = In „{ $language }“ übersetzt das Projekt nicht.
    .remedy = Übersetzt wird in { $known }. Weitere Sprachen kommen in hexapla.toml unter `targets` dazu.
error-memory = { $path } taugt nicht als Translation-Memory: { $reason }.
    .remedy = Die Datei reparieren oder aus der Versionsverwaltung wiederherstellen.
error-crash = An { $path } ist das Lesen gescheitert. Das ist ein Fehler von hexapla.
    .remedy = Bitte mit der Seite melden. Mit `skip` in hexapla.toml lässt sich der Rest der Website inzwischen prüfen.
error-unknown-format = Der Name { $path } verrät nicht, was für eine Seite das ist.
    .remedy = Eine der Endungen .md, .html, .txt verwenden oder `--input` angeben.
error-configuration-exists = { $path } gibt es schon.
    .remedy = Die Datei bearbeiten, oder sie umbenennen und `hexapla init` noch einmal aufrufen. Geändert wurde nichts.
error-no-pages = In { $root } gibt es keine Seiten.
    .remedy = Seiten sind Dateien mit der Endung .md, .html oder .txt. Ins Verzeichnis der Website wechseln oder es angeben: `hexapla init VERZEICHNIS`.
error-nothing-to-pair = In { $root } sehen keine Seiten wie Übersetzungen voneinander aus.
    .remedy = Gefunden werden Seiten am Sprachkürzel in einem Verzeichnis (`de/garten.md`) oder Dateinamen (`garten.de.md`). Ist noch nichts übersetzt, die Zielsprachen angeben: `hexapla init --source de --targets en,ru`. Für andere Anordnungen hexapla.toml von Hand schreiben.
error-not-in-project = { $path } ist keine Seite dieses Projekts und enthält auch keine.
    .remedy = `hexapla list` zeigt die Seiten des Projekts.
error-export-one-file = { $path } ist eine Datei, zu schreiben sind aber { $count } Sprachen.
    .remedy = Ein Verzeichnis angeben oder mit `--language` eine Sprache wählen.
error-history-not-a-repository = Die Geschichte der Seiten wird gebraucht, aber das Projekt liegt in keinem Git-Repository.
    .remedy = hexapla in einem Klon des Repositorys der Website aufrufen oder in hexapla.toml `history = "auto"` schreiben.
error-history-git-missing = Die Geschichte der Seiten wird gebraucht, aber hier gibt es kein `git`.
    .remedy = Git installieren und in den PATH aufnehmen oder in hexapla.toml `history = "off"` schreiben.
error-history-no-commits = Die Geschichte der Seiten wird gebraucht, aber im Repository gibt es noch keinen Commit.
    .remedy = Erst die Seiten einchecken oder in hexapla.toml `history = "auto"` schreiben.
error-history-shallow = Der Klon ist flach: Die älteren Commits, die sagen, was veraltet ist, fehlen hier.
    .remedy = Mit `git fetch --unshallow` holen; in GitHub Actions `fetch-depth: 0` bei `actions/checkout`. Ohne sie geht es mit `history = "off"`.
error-history-incomplete = Der Klon ist unvollständig: Dateien älterer Commits fehlen hier.
    .remedy = Mit `git fetch --refetch --no-filter` holen oder ohne `--filter` klonen.
error-history-ownership = Das Repository gehört einem anderen Benutzer, und Git vertraut ihm nicht.
    .remedy = Wenn Sie ihm vertrauen: `git config --global --add safe.directory VERZEICHNIS`.
error-history-broken = Git ist gescheitert: { $message }.
    .remedy = Nachsehen, was `git status` und `git fsck` in diesem Verzeichnis sagen.
