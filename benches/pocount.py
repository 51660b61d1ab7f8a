#!/usr/bin/env python3
"""Whether translate-toolkit's `pocount` counts the same units in TMX files as `hexapla tmx stats`.

    pip install translate-toolkit
    cargo build --release -p hexapla
    python3 benches/pocount.py FILE.tmx …

Units in total, and those with text in another language than the source, which pocount calls translated. What differs is
printed with the reason, if it is one of the known ones; the exit code is 1 where another reason is left. In words the
two cannot agree: pocount counts what stands between blanks, native code included, Hexapla counts words (UAX #29).
"""
import json
import subprocess
import sys
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


def reason(path, theirs, ours):
    """Why the two differ, or None."""
    if isinstance(theirs, str):
        return f"pocount fails: {theirs[:90]}"
    if b" lang=" in Path(path).read_bytes() and theirs[0] < ours["units"]:
        return "pocount knows `xml:lang` alone, not the `lang` of TMX 1.1 and 1.2"
    source = (ours["source_language"] or "").lower()
    if source not in (name.lower() for name in ours["variants"]):
        return f"pocount finds no text in the header's source language, {source or 'which is missing'}, to the letter"
    if theirs[0] == ours["units"] and (any(ours["empty"].values()) or len(ours["variants"]) != 2):
        return "pocount takes one variant for the target, whatever languages there are"
    return None


def main():
    known, unknown, same = [], [], 0
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
        why = reason(path, theirs, ours)
        said = f"pocount {theirs}, hexapla {ours['units']} units, {targets} translated"
        (known if why else unknown).append((path, f"{why or 'not known why'} ({said})"))
    print(f"{same} files agree, {len(known)} differ for a known reason, {len(unknown)} for another")
    for path, why in known + unknown:
        print(f"  {path}: {why}")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
