#!/usr/bin/env python3
"""Whether translate-toolkit's `pocount` counts the same units in TMX files as `hexapla tmx stats`.

    pip install translate-toolkit
    cargo build --release -p hexapla
    python3 benches/pocount.py FILE.tmx …

Units in total, and those with text in another language than the source, which pocount calls translated. Where they
differ, pocount counts once more what `hexapla tmx fmt` wrote of the file (it writes the `xml:lang` that pocount insists
on). What differs still is printed with the reason, if it is one of the known ones; the exit code is 1 where another
reason is left. In words the two cannot agree: pocount counts what stands between blanks, native code included, Hexapla
counts words (UAX #29).
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from translate.tools.pocount import calcstats

HEXAPLA = Path(__file__).resolve().parent.parent / "target/release/hexapla"


def counted(path):
    """Units and translated units as pocount has them; why not, where it fails."""
    try:
        stats = calcstats(path)
        return stats["total"], stats["translated"]
    except Exception as error:  # whatever it is, it is the answer
        return f"{type(error).__name__}: {error}"


def counted_again(path):
    """The same of the file as Hexapla writes it."""
    with tempfile.NamedTemporaryFile(suffix=".tmx") as file:
        subprocess.run([HEXAPLA, "tmx", "fmt", "-q", path], stdout=file, stderr=subprocess.DEVNULL)
        return counted(file.name)


def reason(theirs, ours):
    """Why the two differ, or None."""
    if isinstance(theirs, str):
        return f"pocount fails: {theirs[:90]}"
    source = (ours["source_language"] or "").lower()
    if source not in (name.lower() for name in ours["variants"]):
        return f"pocount finds no text in the header's source language, {source or 'which is missing'}, to the letter"
    one_each = len(ours["variants"]) == 2 and sum(ours["variants"].values()) == 2 * ours["units"]
    if theirs[0] == ours["units"] and (any(ours["empty"].values()) or not one_each):
        return "pocount takes one variant for the target, whatever languages there are"
    if theirs[0] == sum(n - ours["empty"][name] for name, n in ours["variants"].items() if name.lower() == source):
        return "pocount counts no unit without text in the source language"
    return None


def main():
    known, unknown, same, rewritten = [], [], 0, 0
    for path in sys.argv[1:]:
        run = subprocess.run([HEXAPLA, "tmx", "stats", "-q", "--format", "json", path], capture_output=True, text=True)
        if run.returncode != 0:
            known.append((path, f"hexapla refuses: {run.stderr.strip()[:90]}"))
            continue
        ours = json.loads(run.stdout)
        source = (ours["source_language"] or "").lower()
        targets = {name: n - ours["empty"][name] for name, n in ours["variants"].items() if name.lower() != source}
        theirs = counted(path)
        if not isinstance(theirs, str) and theirs == (ours["units"], sum(targets.values())):
            same += 1
            continue
        again = counted_again(path)
        if again == (ours["units"], sum(targets.values())):
            rewritten += 1
            continue
        theirs = theirs if isinstance(again, str) else again
        why = reason(theirs, ours)
        said = f"pocount {theirs}, hexapla {ours['units']} units, {targets} translated"
        (known if why else unknown).append((path, f"{why or 'not known why'} ({said})"))
    print(f"{same} files agree, {rewritten} as `hexapla tmx fmt` writes them, {len(known)} differ for a known reason, "
          f"{len(unknown)} for another")
    for path, why in known + unknown:
        print(f"  {path}: {why}")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
