#!/usr/bin/env python3
"""Derives words.tsv from the Unicode CLDR: which words name the same thing in several languages.

    npm pack cldr-annotations-full cldr-localenames-full cldr-dates-full cldr-units-full cldr-numbers-full cldr-rbnf
    # unpack each into DIRECTORY/<package name>/
    python3 generate_words.py DIRECTORY > words.tsv

CLDR names countries, languages, currencies, units, months and numbers, and describes some two thousand pictures in
every language. A name of one word stands as it is. The descriptions become a lexicon by IBM Model 1 between English
and most languages, every picture one pair of bags of words; pairs that both directions agree on are kept.
"""
import collections
import json
import re
import sys
from pathlib import Path

LANGUAGES = ["en", "de", "ru", "ar", "fr", "es", "it", "pl", "uk", "tr", "pt", "nl", "ja", "zh", "ko"]
NAMES_ONLY = ["ja", "zh", "ko"]
ROOT = Path(sys.argv[1])


def load(package, *path):
    return json.loads((ROOT / package / Path(*path)).read_text(encoding="utf-8"))


def words(text):
    return [w for w in re.findall(r"[^\W\d_]+", text.lower().replace("\u00ad", "")) if len(w) > 1]


def names(language):
    """Everything that CLDR calls by a name, by key: {key: [name, ...]}."""
    out = collections.defaultdict(list)

    def add(key, name):
        name = re.sub(r"\([^)]*\)", "", name).strip()
        if name and "{" not in name and name not in out[key]:
            out[key].append(name)

    local = lambda file: load("cldr-localenames-full", "main", language, file)["main"][language]["localeDisplayNames"]
    for kind in ("territories", "languages"):
        for key, name in local(kind + ".json")[kind].items():
            # Languages with a code of two letters: of the others hardly any is met, and all are much alike.
            if "-alt-" not in key and (kind == "territories" or len(key) == 2):
                add((kind, key), name)
    calendar = load("cldr-dates-full", "main", language, "ca-gregorian.json")["main"][language]["dates"]["calendars"]
    for kind in ("months", "days"):
        for context in ("format", "stand-alone"):
            for key, name in calendar["gregorian"][kind][context]["wide"].items():
                add((kind, key), name)
        for key, name in calendar["gregorian"][kind]["format"]["abbreviated"].items():
            add((kind, key), name.rstrip("."))
    for key, name in calendar["gregorian"]["dayPeriods"]["stand-alone"]["wide"].items():
        if "-alt-" not in key and key not in ("am", "pm"):
            add(("period", key), name)
    fields = load("cldr-dates-full", "main", language, "dateFields.json")["main"][language]["dates"]["fields"]
    for key, field in fields.items():
        if "-" not in key:
            for kind, name in field.items():
                if kind == "displayName" or kind.startswith("relative-type"):
                    add(("field", key, kind), name)
    units = load("cldr-units-full", "main", language, "units.json")["main"][language]["units"]["long"]
    for key, unit in units.items():
        if "displayName" in unit:
            add(("unit", key), unit["displayName"])
            for kind, name in unit.items():
                if kind.startswith("unitPattern"):
                    add(("unit", key), name.replace("{0}", "").strip())
    money = load("cldr-numbers-full", "main", language, "currencies.json")["main"][language]["numbers"]["currencies"]
    for key in ("USD", "EUR", "GBP", "RUB", "CHF", "JPY", "CNY", "TRY", "PLN", "UAH", "EGP", "INR", "SEK", "SAR"):
        for kind, name in money[key].items():
            if kind.startswith("displayName"):
                add(("currency", key), name)
    rules = load("cldr-rbnf", "rbnf", language + ".json")["rbnf"]["rbnf"]["SpelloutRules"]
    for kind, list_ in rules.items():
        if any(word in kind for word in ("cardinal", "ordinal", "numbering")):
            which = "ordinal" if "ordinal" in kind else "cardinal"
            for value, rule in list_:
                rule = re.split("[\\[→<←>=\u00ad]", rule.lstrip("'").rstrip(";"))[0].strip()
                if value.isdigit() and re.fullmatch(r"[^\W\d_]+", rule):
                    add((which, value), rule)
    return out


def annotations(language):
    return load("cldr-annotations-full", "annotations", language, "annotations.json")["annotations"]["annotations"]


def learn(bags):
    """IBM Model 1 both ways over [(weight, english, other)]; the words that both directions give each other."""
    links = collections.defaultdict(lambda: 1.0)
    tables = []
    for turn in (False, True):
        p = {}
        for _ in range(8):
            counts, totals = collections.defaultdict(float), collections.defaultdict(float)
            for weight, a, b in bags:
                a, b = (b, a) if turn else (a, b)
                for w in b:
                    norm = sum(p.get((v, w), 1.0) for v in a) + 0.05
                    for v in a:
                        c = weight * p.get((v, w), 1.0) / norm
                        counts[v, w] += c
                        totals[v] += c
            p = {k: c / (totals[k[0]] + 0.5) for k, c in counts.items()}
        tables.append(p)
    forward, backward = tables
    for (v, w), chance in forward.items():
        back = backward.get((w, v), 0.0)
        if chance * back > 0.02:
            links[v, w] = (chance * back) ** 0.5
    return links


def main():
    english_names, english_pictures = names("en"), annotations("en")
    rows = collections.defaultdict(dict)
    order = []
    single = lambda found: [n.lower() for n in found if re.fullmatch(r"[^\W\d_]{2,}", n)]
    digits = lambda key: [key[1]] if key[0] == "cardinal" else []
    for language in LANGUAGES:
        here = english_names if language == "en" else names(language)
        for key in english_names.keys() | here.keys():
            found = list(dict.fromkeys(single(here.get(key, []))))
            if found:
                rows[key][language] = found
        # Their descriptions are run together, or learnt too badly.
        if language == "en" or language in NAMES_ONLY:
            continue
        bags = []
        pictures = annotations(language)
        for picture, description in english_pictures.items():
            other = pictures.get(picture)
            if not other:
                continue
            bag = lambda d: sorted({w for k in d.get("default", []) for w in words(k) if " " not in k.strip()})
            bags.append((1.0, bag(description), bag(other)))
            title = lambda d: sorted({w for k in d.get("tts", []) for w in words(k)})
            bags.append((1.5, title(description), title(other)))
        for key, found in english_names.items():
            if key in here:
                split = lambda n: sorted({w for k in n for w in words(k)})
                bags.append((1.0, split(found), split(here[key])))
        links = learn([bag for bag in bags if bag[1] and bag[2]])
        best = collections.defaultdict(list)
        for (v, w), strength in links.items():
            best[v].append((-strength, w))
        for v, found in best.items():
            kept = [w for strength, w in sorted(found)[:2] if strength < -0.28 and not (len(w) == 2 and len(v) > 3)]
            if kept:
                rows["word", v]["en"] = [v]
                rows["word", v][language] = kept
    lines = set()
    for key, row in rows.items():
        most = 3 if key[0] in ("word", "territories", "languages") else 6
        columns = ["|".join(row.get(language, [])[:most]) for language in LANGUAGES]
        if key[0] == "cardinal":
            columns = [key[1]] + columns
        else:
            columns = [""] + columns
        telling = [column for at, column in enumerate(columns) if at == 0 or LANGUAGES[at - 1] not in NAMES_ONLY]
        if sum(map(bool, telling)) >= (2 if key[0] == "cardinal" else 6):
            lines.add("\t".join(columns).rstrip("\t"))
    print("# Words that name the same thing. Derived by generate_words.py from the Unicode CLDR 48 (npm packages cldr-*).")
    print("# Copyright © 1991-2025 Unicode, Inc. Unicode License V3, https://www.unicode.org/license.txt (SPDX: Unicode-3.0)")
    print("\t".join(["number"] + LANGUAGES))
    print("\n".join(sorted(lines)))


main()
