#!/usr/bin/env python3
"""Holds the verdicts of `hexapla tmx validate` against those of libxml2, on damaged files.

    pip install lxml
    cargo build --release -p hexapla
    python3 fuzz/against_xmllint.py DIRECTORY_WITH_TMX_FILES [HOW_MANY [SEED]]

The directory has `real/` and `syn/` with TMX files and `dtd/` with the DTDs of the four versions, as in
`crates/tmx/tests/corpus.rs`. Each round takes a small file, damages it in one to three places, and asks both whether it
is well formed and, where it is, whether it is valid by the DTD of its version. What they disagree about is printed, by
what libxml2 says, and kept in a directory whose name is printed.

Differences that are meant: entities that are not declared are warned of and kept (libxml2: an error); encodings that
contradict their declaration, or are declared by a name that is none, are read and warned of; NULs after the document are
warned of wherever they stand (libxml2 passes them at the very end); blanks around the value of an attribute that has a
list of values are passed, as a parser passes them that has read the DTD before the file. What is not closed outside of the units is told as an
element that has no place there, and a unit within a unit as one without end.
"""
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from lxml import etree

HEXAPLA = Path(__file__).resolve().parent.parent / "target/release/hexapla"
PIECES = [
    b"<", b">", b"/>", b"</", b"&", b"&amp;", b"&#1;", b"&#65;", b"&x;", b'"', b"'", b"=", b" ", b"\n", b"\r", b"\t",
    b"<!--", b"-->", b"--", b"<![CDATA[", b"]]>", b"<?", b"?>", b"<?x?>", b"<!DOCTYPE tmx>", b"\x00", b"\x01", b"\x0b",
    b"\x7f", b"\xff", b"\xc3", b"\xef\xbf\xbe", b"<tu>", b"</tu>", b"<tuv>", b"</tuv>", b"<seg>", b"</seg>", b"<seg/>",
    b"<ph/>", b'<bpt i="1">', b"</bpt>", b'<ept i="1"/>', b"<hi>", b"</hi>", b"<sub>", b"</sub>", b"<it>",
    b'<it pos="x"/>', b'<note>n</note>', b'<prop type="x">p</prop>', b"<prop>p</prop>", b"<ude/>", b"<map/>", b"</body>",
    b"<body>", b"</tmx>", b"<header/>", b"</header>", b'x="1"', b' x="1"', b' xml:lang="de"', b' lang="de"', b' tuid="1"',
    b' segtype="word"', b' xmlns="x"', b"\xe2\x80\xa8", b"\xd0\x96", b"<\xd0\x96/>", b"0", b"-", b".", b":", b"_",
]

OF_FORM = {"tmx-truncated", "tmx-trailing-junk", "tmx-unclosed-unit", "tmx-undecodable"}
REFUSED = {"tmx-not-xml", "tmx-not-tmx", "tmx-empty-file", "tmx-refused-entity"}


def damaged(data, chance):
    """The file with one to three places cut out, doubled, changed or filled."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data) + 1)
        if chance.random() < 0.5:
            # Near markup more goes wrong.
            marks = [m.start() for m in re.finditer(rb"[<>&\"=/]", data[max(0, at - 60) : at + 60])]
            if marks:
                at = max(0, at - 60) + chance.choice(marks) + chance.randint(0, 1)
        length = chance.choice([0, 0, 1, 1, 2, 4, 8, 20, 60])
        kind = chance.randrange(6)
        if kind == 0:
            data = data[:at] + data[at + length :]
        elif kind == 1:
            data = data[:at] + chance.choice(PIECES) + data[at:]
        elif kind == 2:
            data = data[:at] + chance.choice(PIECES) + data[at + length :]
        elif kind == 3:
            data = data[:at] + data[at : at + length] + data[at:]
        elif kind == 4 and at < len(data):
            data = data[:at] + bytes([data[at] ^ (1 << chance.randrange(7))]) + data[at + 1 :]
        else:
            to = chance.randrange(len(data) + 1)
            piece = data[at : at + length]
            data = data[:at] + data[at + length :]
            data = data[:to] + piece + data[to:]
    return data


def opinion(data, dtds):
    """What libxml2 says: a list of errors of form, or (if there is none) of validity."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        # Namespaces are a standard of their own.
        spaces = all(entry.domain_name == "NAMESPACE" for entry in parser.error_log.filter_from_errors())
        return ("namespace" if spaces else "form"), str(error)
    except ValueError as error:
        return "form", str(error)
    if root.tag != "tmx":
        return "other root", root.tag
    dtd = dtds.get(root.get("version"), dtds["1.4"])
    if dtd.validate(root.getroottree()):
        return "valid", ""
    return "invalid", str(dtd.error_log.filter_from_errors()[0])


def main():
    corpus = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    chance = random.Random(seed)
    dtds = {f"1.{n}": etree.DTD(str(corpus / f"dtd/tmx1{n}.dtd")) for n in range(1, 5)}
    files = [path for part in ("real", "syn") for path in sorted((corpus / part).iterdir())]
    small = [path.read_bytes() for path in files if 200 < path.stat().st_size < 30_000 and not path.name.endswith("gz")]
    place = Path(tempfile.mkdtemp(prefix="against-xmllint-"))
    opinions = {}
    for number in range(rounds):
        data = damaged(chance.choice(small), chance)
        path = place / f"{number}.tmx"
        path.write_bytes(data)
        opinions[str(path)] = opinion(data, dtds)
    paths = list(opinions)
    apart = defaultdict(list)
    count = 0
    for at in range(0, len(paths), 200):
        run = subprocess.run(
            [HEXAPLA, "tmx", "validate", "--format", "json", *paths[at : at + 200]], capture_output=True, text=True
        )
        if run.returncode not in (0, 1):
            print(f"exit code {run.returncode}: {run.stderr[-2000:]}")
            return 2
        for file in json.loads(run.stdout)["files"]:
            verdict, why = opinions[file["path"]]
            found = {d["code"] for d in file["diagnostics"] if d["severity"] != "warning"}
            formless = file["broken"] > 0 or any(code.startswith("xml-") or code in OF_FORM for code in found)
            ours = "refused" if found & REFUSED else "form" if formless else "valid" if file["dtd_valid"] else "invalid"
            codes = " ".join(sorted({d["code"] for d in file["diagnostics"]}))
            count += 1
            alike = ours == verdict or ours == "refused" or verdict in ("namespace", "other root")
            # What is not closed outside of the units is told as an element or text that has no place there.
            if not alike and not (verdict == "form" and ours == "invalid"):
                kind = re.sub(r"[\"'`].*?[\"'`]|\d+|line.*|Element \S+|attribute \S+", "…", why)
                apart[(f"libxml2 {verdict}, hexapla {ours}", kind[:90])].append((file["path"], codes))
    print(f"{count} files, seed {seed}: {sum(map(len, apart.values()))} differ; kept in {place}")
    for (kind, why), found in sorted(apart.items(), key=lambda entry: -len(entry[1])):
        print(f"{len(found):5} {kind}: {why}")
        for path, codes in found[:3]:
            print(f"      {path}  {codes or '–'}  | {opinions[path][1][:140]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
