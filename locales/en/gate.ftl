### The gate: baselines, accepted findings, history as it is asked.
###
### Glossary: gate (what lets `check` fail), finding, baseline (the findings a project lives with), accept (take a
### finding as it is), fingerprint (what a finding is known by).

value-share = PERCENT
value-count = N
value-number = NUMBER
value-revision = REVISION
value-text = TEXT
value-date = DAY
value-rule-name = RULE
value-finding = FINDING

option-min-coverage = Fail where less than this is up to date, in percent of source words: 95, or ru=95 for one language
option-max-stale = Let so many stale segments pass: 10, or ru=10 for one language
option-min-confidence = Findings whose base is less sure than this, from 0 to 1, are warnings
option-since = Only what this branch caused since it left REVISION, in commits and in the working tree
option-baseline = Leave out the findings in this file; what is mended leaves it
option-new-only = Leave out the findings in the project's baseline, hexapla.baseline unless `[gate]` names another
option-update-baseline = Write all present findings into the baseline
option-history = Whether the git history is asked what a translation was made from
option-jobs = Work in so many threads
option-cache-dir = Keep what was worked out below this directory, for the next run; in the user's cache directory unless given
option-no-cache = Work everything out anew, and keep nothing

baseline-known = { PLURAL($n) ->
    [one] { NUM($n) } finding is known from { $path } and is left out.
   *[other] { NUM($n) } findings are known from { $path } and are left out.
}
baseline-mended = { PLURAL($n) ->
    [one] { NUM($n) } finding is mended and has left { $path }.
   *[other] { NUM($n) } findings are mended and have left { $path }.
}
baseline-added = { PLURAL($n) ->
    [one] { NUM($n) } finding was written into { $path }.
   *[other] { NUM($n) } findings were written into { $path }.
}
gate-stale-excess = { $language }: { NUM($actual) } stale; the gate lets { NUM($most) } pass.
gate-no-pages = No page of this project is among { $path }.

command-accept = Take findings as they are
command-accept-details =
    Writes into hexapla.lock that a finding is all right as it stands, and why. The file belongs into version control. A
    decision holds as long as neither the source nor the translation of that segment changes, and not after the day
    given with --until. A pair that was accepted counts as up to date. What was accepted and is no longer there is told
    by `check`.

    FINDING is a place as `check` prints it (page:line, or a page), or the fingerprint that its JSON shows.
command-accept-examples =
    hexapla accept content/ru/garden.md:12 --reason "deliberately shorter"
        What was found at this line
    hexapla accept --rule stale-minor --reason "looked through" --until 2027-01-31
        All findings of a rule, for a while
    hexapla accept --prune
        Forget decisions that meet nothing any more
argument-accept-findings = The findings: page:line, a page, or a fingerprint
option-reason = Why; it is written down
option-until = The last day on which this holds, as in 2027-01-31
option-accept-rule = Only findings of this rule; without FINDING, all of them
option-prune = Forget decisions that meet nothing any more or whose day is over
accept-done = { PLURAL($n) ->
    [one] { NUM($n) } finding is accepted, in hexapla.lock.
   *[other] { NUM($n) } findings are accepted, in hexapla.lock.
}
accept-pruned = { PLURAL($n) ->
    [one] { NUM($n) } decision was forgotten.
   *[other] { NUM($n) } decisions were forgotten.
}

rule-unused-accept = What was accepted here is no longer there.
remedy-unused-accept = `hexapla accept --prune` deletes such lines.
title-unused-accept = Accepted, but gone
explain-unused-accept =
    A line of hexapla.lock meets nothing: the finding is mended, or the source or its translation was changed, so that
    somebody has to look again.
rule-expired-accept = This was accepted only until a day that is over.
remedy-expired-accept = Mend the finding, or accept it anew.
title-expired-accept = Accepted until a day that is over
explain-expired-accept =
    The day given with `--until` is over. The finding is told again, as any other.

progress-history = Reading the history

error-lock = { $place }: this line means nothing at “{ $reason }”.
    .remedy = Delete the line, or restore the file from version control. `hexapla accept` writes it.
error-no-baseline = There is no baseline { $path }.
    .remedy = `hexapla check --update-baseline` writes one.
error-baseline = { $place }: this is no line of a baseline.
    .remedy = Restore the file from version control, or write it anew with `hexapla check --update-baseline`.
error-no-revision = “{ $name }” is no revision that shares a history with this branch.
    .remedy = Name a branch, a tag or a commit, such as `origin/main`. In CI it may have to be fetched first.
error-no-finding = Nothing was found at “{ $wanted }”.
    .remedy = `hexapla check` shows the places; `--format json` the fingerprints. Rules that are off find nothing.
error-many-findings = “{ $wanted }” fits { $count } findings.
    .remedy = Give more digits of the fingerprint.
error-no-day = “{ $value }” is not a day.
    .remedy = Write a day as YYYY-MM-DD, for example { $today }.
error-day-over = { $value } is over.
    .remedy = Give { $today } or a later day; without `--until` it holds until something changes.
