#!/usr/bin/env python3
"""Segmenters side by side: CPU time on the same texts, in one run.

    cargo build --release -p hexapla-core --example segment_srx
    pip install sentencex PyICU
    python3 benches/segment.py LANGUAGE TEXT [MEGABYTES]

TEXT holds one paragraph a line; it is repeated until there are MEGABYTES (10 unless given). Times are user time of one
process on one core, less what the same process takes for an empty text. A package that is not there is said to be.
"""
import json
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEXAPLA = ROOT / "target/release/examples/segment_srx"
SENTENCEX = """
import json, sys
from sentencex import segment
for text in json.load(sys.stdin):
    for _ in segment(sys.argv[1], text):
        pass
"""
ICU = """
import json, sys
from icu import BreakIterator, Locale
cutter = BreakIterator.createSentenceInstance(Locale(sys.argv[1]))
for text in json.load(sys.stdin):
    cutter.setText(text)
    for _ in cutter:
        pass
"""


def seconds(command, texts):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command, input=json.dumps(texts, ensure_ascii=False), capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    return after - before if done.returncode == 0 else None


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    language, path = sys.argv[1:3]
    size = 1e6 * float(sys.argv[3] if len(sys.argv) > 3 else 10)
    lines = [line for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    length = sum(len(line.encode()) for line in lines)
    texts = lines * max(1, round(size / length))
    megabytes = length * max(1, round(size / length)) / 1e6
    print("| segmenter | CPU s | MB/s | start, CPU ms |")
    print("|---|---|---|---|")
    for name, command in [
        ("hexapla, our rules", [str(HEXAPLA), "-", language]),
        ("sentencex", [sys.executable, "-c", SENTENCEX, language]),
        ("ICU, by PyICU", [sys.executable, "-c", ICU, language]),
    ]:
        start, whole = seconds(command, []), seconds(command, texts)
        if start is None or whole is None:
            print(f"| {name} | not installed | | |")
            continue
        taken = max(whole - start, 1e-3)
        print(f"| {name} | {taken:.2f} | {megabytes / taken:.1f} | {1000 * start:.0f} |", flush=True)


main()
