### Die Hürde: Altlasten, hingenommene Befunde, wie die Historie befragt wird.
###
### Glossar: Hürde (gate), Befund (finding), Altlast/Altlastendatei (baseline), hinnehmen (accept), Kennung
### (fingerprint).

value-share = PROZENT
value-count = N
value-number = ZAHL
value-revision = REVISION
value-text = TEXT
value-date = TAG
value-rule-name = REGEL
value-finding = BEFUND

option-min-coverage = Scheitern, wo weniger aktuell ist, in Prozent der Wörter des Ausgangstexts: 95, oder ru=95 für eine Sprache
option-max-stale = So viele veraltete Segmente durchgehen lassen: 10, oder ru=10 für eine Sprache
option-min-confidence = Befunde, deren Grundlage weniger sicher ist (von 0 bis 1), sind Warnungen
option-since = Nur was dieser Zweig verursacht hat, seit er von REVISION abging: in Commits und im Arbeitsverzeichnis
option-baseline = Die Befunde in dieser Datei weglassen; was behoben ist, verlässt sie
option-new-only = Die Altlasten des Projekts weglassen; sie stehen in hexapla.baseline, wenn `[gate]` nichts anderes sagt
option-update-baseline = Alle heutigen Befunde als Altlasten aufschreiben
option-history = Ob die git-Historie befragt wird, woraus übersetzt wurde
option-jobs = Mit so vielen Threads arbeiten
option-cache-dir = Was ausgerechnet wurde, unter diesem Verzeichnis für das nächste Mal aufheben; ohne Angabe im Cache des Benutzers
option-no-cache = Alles neu ausrechnen und nichts aufheben

baseline-known = { PLURAL($n) ->
    [one] { NUM($n) } Befund ist aus { $path } bekannt und bleibt weg.
   *[other] { NUM($n) } Befunde sind aus { $path } bekannt und bleiben weg.
}
baseline-mended = { PLURAL($n) ->
    [one] { NUM($n) } Befund ist behoben und steht nicht mehr in { $path }.
   *[other] { NUM($n) } Befunde sind behoben und stehen nicht mehr in { $path }.
}
baseline-added = { PLURAL($n) ->
    [one] { NUM($n) } Befund wurde in { $path } geschrieben.
   *[other] { NUM($n) } Befunde wurden in { $path } geschrieben.
}
gate-stale-excess = { $language }: { NUM($actual) } veraltet; die Hürde lässt { NUM($most) } durch.
gate-no-pages = Keine Seite dieses Projekts ist dabei: { $path }.

command-accept = Befunde hinnehmen, wie sie sind
command-accept-details =
    Schreibt in hexapla.lock, dass ein Befund in Ordnung ist, wie er ist, und warum. Die Datei gehört in die
    Versionsverwaltung. Eine Entscheidung gilt, solange sich weder der Ausgangstext noch die Übersetzung dieses Segments
    ändert, und nicht über den Tag hinaus, der mit --until genannt ist. Ein hingenommenes Paar zählt als aktuell. Was
    hingenommen wurde und nicht mehr da ist, meldet `check`.

    BEFUND ist eine Stelle, wie `check` sie zeigt (Seite:Zeile, oder eine Seite), oder die Kennung aus dem JSON.
command-accept-examples =
    hexapla accept content/ru/garten.md:12 --reason "absichtlich kürzer"
        Was in dieser Zeile gefunden wurde
    hexapla accept --rule stale-minor --reason "durchgesehen" --until 2027-01-31
        Alle Befunde einer Regel, für eine Weile
    hexapla accept --prune
        Entscheidungen vergessen, die nichts mehr treffen
argument-accept-findings = Die Befunde: Seite:Zeile, eine Seite oder eine Kennung
option-reason = Warum; es wird aufgeschrieben
option-until = Der letzte Tag, an dem das gilt, wie 2027-01-31
option-accept-rule = Nur Befunde dieser Regel; ohne BEFUND alle
option-prune = Entscheidungen vergessen, die nichts mehr treffen oder abgelaufen sind
accept-done = { PLURAL($n) ->
    [one] { NUM($n) } Befund ist hingenommen, in hexapla.lock.
   *[other] { NUM($n) } Befunde sind hingenommen, in hexapla.lock.
}
accept-pruned = { PLURAL($n) ->
    [one] { NUM($n) } Entscheidung wurde vergessen.
   *[other] { NUM($n) } Entscheidungen wurden vergessen.
}

rule-unused-accept = Was hier hingenommen wurde, ist nicht mehr da.
remedy-unused-accept = `hexapla accept --prune` löscht solche Zeilen.
title-unused-accept = Hingenommen, aber nicht mehr da
explain-unused-accept =
    Eine Zeile in hexapla.lock trifft nichts: Der Befund ist behoben, oder der Ausgangstext oder seine Übersetzung wurde
    geändert, sodass jemand neu hinsehen muss.
rule-expired-accept = Das war nur bis zu einem Tag hingenommen, der vorbei ist.
remedy-expired-accept = Den Befund beheben oder neu hinnehmen.
title-expired-accept = Hingenommen bis zu einem vergangenen Tag
explain-expired-accept =
    Der Tag, der mit `--until` genannt war, ist vorbei. Der Befund wird wieder gemeldet wie jeder andere.

progress-history = Die Historie wird gelesen

error-lock = { $place }: Diese Zeile bedeutet nichts, und zwar bei „{ $reason }“.
    .remedy = Löschen Sie die Zeile, oder holen Sie die Datei aus der Versionsverwaltung. `hexapla accept` schreibt sie.
error-no-baseline = Es gibt keine Altlastendatei { $path }.
    .remedy = `hexapla check --update-baseline` schreibt eine.
error-baseline = { $place }: Das ist keine Zeile einer Altlastendatei.
    .remedy = Holen Sie die Datei aus der Versionsverwaltung, oder schreiben Sie sie mit `hexapla check --update-baseline` neu.
error-no-revision = „{ $name }“ ist keine Revision, die mit diesem Zweig eine Historie teilt.
    .remedy = Nennen Sie einen Zweig, ein Tag oder einen Commit, etwa `origin/main`. In CI muss er vielleicht erst geholt werden.
error-no-finding = Bei „{ $wanted }“ wurde nichts gefunden.
    .remedy = `hexapla check` zeigt die Stellen, `--format json` die Kennungen. Abgeschaltete Regeln finden nichts.
error-many-findings = „{ $wanted }“ passt auf { $count } Befunde.
    .remedy = Geben Sie mehr Stellen der Kennung an.
error-no-day = „{ $value }“ ist kein Tag.
    .remedy = Schreiben Sie einen Tag als JJJJ-MM-TT, zum Beispiel { $today }.
error-day-over = Der { $value } ist vorbei.
    .remedy = Nennen Sie { $today } oder einen späteren Tag; ohne `--until` gilt es, bis sich etwas ändert.
