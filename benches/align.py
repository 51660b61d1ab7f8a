#!/usr/bin/env python3
"""Hexapla's aligner and the galechurch package side by side: F1 and CPU time, in one run.

    pip install galechurch
    cargo build --release -p hexapla-core --example align_lines
    python3 benches/align.py DATA [SET ...]

DATA holds folders <name>-<language>[-…] with source.txt (German), target.txt and gold.ladder. Strict: the same bead;
lax: a shared pair; beads with an empty side count in precision only.
"""
import ast
import re
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEXAPLA = ROOT / "target/release/examples/align_lines"
GALE_CHURCH = """
import sys, galechurch
sides = [open(p, encoding="utf-8").read().split("\\n") for p in sys.argv[1:3]]
sides = [lines[:-1] if lines and not lines[-1] else lines for lines in sides]
print("\\n".join(galechurch.align(*sides).to_pharaoh_lines()))
"""


def beads(lines):
    for line in lines:
        fields = line.strip().split(":")
        if len(fields) >= 2:
            yield tuple(ast.literal_eval(fields[0])), tuple(ast.literal_eval(fields[1]))


def f1(gold, test, lax):
    exact = lambda other: set(other)
    pairs = lambda other: {(s, t) for a, b in other for s in a for t in b}

    def right(some, other):
        known, shared = exact(other), pairs(other)
        hit = lambda b: b in known or (lax and any((s, t) in shared for s in b[0] for t in b[1]))
        return sum(map(hit, some)) / max(1, len(some))

    precision, recall = right(test, gold), right([b for b in gold if b[0] and b[1]], test)
    return 2 * precision * recall / max(1e-9, precision + recall)


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command, capture_output=True, text=True)
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return (list(beads(done.stdout.splitlines())) if done.returncode == 0 else None), seconds


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    data = Path(sys.argv[1])
    print("| set | hexapla strict / lax | CPU s | galechurch strict / lax | CPU s |")
    print("|---|---|---|---|---|")
    for folder in sorted(data / name for name in sys.argv[2:]) or sorted(p.parent for p in data.glob("*/gold.ladder")):
        language = next(tag for tag in re.split("-", folder.name) if tag in ("en", "fr", "ru", "ar"))
        gold = list(beads((folder / "gold.ladder").read_text(encoding="utf-8").splitlines()))
        files = [str(folder / "source.txt"), str(folder / "target.txt")]
        cells = [folder.name]
        for command in ([str(HEXAPLA), *files, "de", language], [sys.executable, "-c", GALE_CHURCH, *files]):
            found, seconds = run(command)
            score = "refuses" if found is None else f"{f1(gold, found, False):.3f} / {f1(gold, found, True):.3f}"
            cells += [score, f"{seconds:.2f}"]
        print("| " + " | ".join(cells) + " |", flush=True)


main()
