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
error-align-one-side = Zum Ausgangstext { $path } fehlt die Übersetzung, mit der er aligniert werden soll.
    .remedy = Beide angeben: `hexapla align AUSGANGSTEXT ÜBERSETZUNG`. Ganz ohne Dateien werden alle Paare des Projekts aligniert.
error-file-binary = { $path } ist keine Textdatei, sondern binär.
    .remedy = Eine Seite in reinem Text, Markdown oder HTML angeben oder die Datei aus den Mustern der Dokumente nehmen.
error-not-utf8 = { $place }: Das Byte { $byte } ist kein UTF-8, und eine andere Kodierung gibt die Datei nicht an.
    .remedy = Die Datei als UTF-8 speichern oder ihre Kodierung in ihr angeben (HTML: `<meta charset="…">`; sonst: eine BOM).
error-not-as-declared = { $place }: Das Byte { $byte } passt nicht zur Kodierung { $encoding }, die die Datei angibt.
    .remedy = Die Kodierung angeben, die die Datei wirklich hat, oder sie als UTF-8 speichern.
error-unknown-encoding = { $path } gibt die Kodierung „{ $encoding }“ an, die niemand kennt, und ist kein UTF-8.
    .remedy = Die Datei als UTF-8 speichern und das so angeben.
error-other = { $reason }.
    .remedy = Wenn das nicht weiterhilft: bitte melden, mit Befehl und Datei.
error-pairs-line = { $path }:{ $line }: In dieser Zeile stehen nicht drei Angaben, getrennt durch Tabulatoren.
    .remedy = Ausgangsseite, Übersetzung und Namen der Ausgabe angeben, dazwischen je ein Tabulator.
error-align-nothing = Es ist nichts angegeben, was sich alignieren ließe.
    .remedy = Zwei Seiten angeben, `hexapla align AUSGANGSTEXT ÜBERSETZUNG`, oder mit `--pairs` eine Liste von Paaren.
