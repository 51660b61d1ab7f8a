"""Cuts the same texts by the same SRX rules with this engine and with choppa-srx, and shows every difference.

choppa-srx (PyPI, MIT) is a port of the Java engine `segment` that claims equal output. Usage:

    cargo build --release -p hexapla-core --example segment_srx
    pip install choppa-srx
    python compare_with_choppa.py RULES.srx CODE TEXTS.json...

TEXTS.json holds a list of blocks `{"text": …}` or `{"blocks": [{"text": …}]}`. Ends with 1 if anything differs.
"""

import difflib
import json
import pathlib
import subprocess
import sys

try:
    from choppa.iterators import SrxTextIterator
    from choppa.srx_parser import SrxDocument
except ImportError:
    sys.exit("SKIPPED: choppa-srx is not installed")

rules, code, *files = sys.argv[1:]
tool = pathlib.Path(__file__).parents[4] / "target/release/examples/segment_srx"
document = SrxDocument(ruleset=rules)
different = 0
for name in files:
    data = json.load(open(name, encoding="utf-8"))
    texts = [block["text"] for block in (data if isinstance(data, list) else data["blocks"])]
    ours = json.loads(subprocess.run([tool, rules, code], input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True).stdout)
    segments = 0
    for text, mine in zip(texts, ours):
        theirs = [part.strip() for part in SrxTextIterator(document, code, text)]
        theirs = [part for part in theirs if part]
        segments += len(theirs)
        mine = [part.strip() for part in mine]
        if mine != theirs:
            for line in difflib.unified_diff(theirs, mine, "choppa", "hexapla", n=0, lineterm=""):
                if line[:1] in "+-" and line[:3] not in ("+++", "---"):
                    print(f"{name}: {line}")
                    different += 1
    print(f"{name}: {segments} segments, {len(texts)} texts")
sys.exit(1 if different else 0)
