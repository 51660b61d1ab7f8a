#!/usr/bin/env python3
"""Boundary F1 of our rules beside LanguageTool's, cell by cell, and how often the two engines disagree on the same rules.

    cargo build --release -p hexapla-core --example segment_srx
    pip install choppa-srx
    python3 benches/segment_accuracy.py [DIRECTORY]

choppa-srx (PyPI, MIT) is a port of the Java engine `segment` and brings LanguageTool's rules along; nothing of it is kept
here. DIRECTORY holds collections of blocks with gold sentences (`{"blocks": [{"text": …, "sentences": […]}]}`); it is
`$HEXAPLA_SHARED/data/segmentation` unless given. Offsets count characters that are no white space; the ends of blocks are
given and not counted. Ends with 1 if our rules are more than 0.3 below LanguageTool's anywhere, or if the engines disagree.
"""
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEXAPLA = ROOT / "target/release/examples/segment_srx"
CELLS = ["de-reviews", "de-news", "en-web", "en-news", "ru-wiki", "ru-social", "ru-news", "ar-news"]

try:
    import choppa
    from choppa.iterators import SrxTextIterator
    from choppa.srx_parser import SrxDocument
except ImportError:
    sys.exit("SKIPPED: choppa-srx is not installed (pip install choppa-srx)")

RULES = Path(choppa.__file__).parent / "data/srx/languagetool_segment.srx"


def visible(text):
    return sum(not c.isspace() for c in text)


def ends(parts):
    found, count = set(), 0
    for part in parts:
        count += visible(part)
        found.add(count)
    return found - {0, count}


def ours(rules, code, texts):
    command = [str(HEXAPLA), str(rules), code]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    return [ends(parts) for parts in json.loads(done.stdout)]


def f1(found, gold):
    right = sum(len(a & b) for a, b in zip(found, gold))
    return 200 * right / max(1, sum(map(len, found)) + sum(map(len, gold)))


def main():
    shared = Path(os.environ.get("HEXAPLA_SHARED", ROOT / "../shared"))
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else shared / "data/segmentation"
    document = SrxDocument(ruleset=str(RULES))
    failed = False
    print("| cell | ours | LanguageTool's rules | ahead by | boundaries where the engines disagree |")
    print("|---|---|---|---|---|")
    for name in CELLS:
        path = directory / f"{name}.json"
        if not path.exists():
            print(f"SKIPPED: no {path}", file=sys.stderr)
            continue
        data = json.loads(path.read_text(encoding="utf-8"))
        blocks = data if isinstance(data, list) else data["blocks"]
        texts, gold = [block["text"] for block in blocks], [ends(block["sentences"]) for block in blocks]
        language = name[:2]
        theirs = [ends(SrxTextIterator(document, f"{language}_two", text)) for text in texts]
        same_rules = ours(RULES, f"{language}_two", texts)
        apart = sum(len(a ^ b) for a, b in zip(same_rules, theirs))
        mine, peer = f1(ours("-", language, texts), gold), f1(theirs, gold)
        print(f"| {name} | {mine:.2f} | {peer:.2f} | {mine - peer:+.2f} | {apart} of {sum(map(len, theirs))} |", flush=True)
        failed |= apart > 0 or mine < peer - 0.3
    sys.exit(failed)


main()
