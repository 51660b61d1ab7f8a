#!/usr/bin/env python3
"""Memories of any size: Hexapla, a bare quick-xml loop, lxml and translate-toolkit side by side, in one run.

    pip install lxml translate-toolkit
    cargo build --release -p hexapla
    cargo build --release -p hexapla-tmx --example generate --example throughput
    python3 benches/tmx.py [UNITS [UNITS_OF_PEERS]]

Half a million units, which is the default, are about 350 MB. The peers read a smaller file of the same kind (40,000
units, 28 MB), because one of them keeps all of it in memory. Times are CPU seconds of the whole process, user and
system; MB/s are bytes of the file by CPU second, so that the two files compare.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RELEASE = ROOT / "target/release"
LXML = """
import sys
from lxml import etree
units = characters = 0
for _, unit in etree.iterparse(sys.argv[1], tag="tu"):
    units += 1
    for segment in unit.iter("seg"):
        characters += len("".join(segment.itertext()))
    unit.clear()
    while unit.getprevious() is not None:
        del unit.getparent()[0]
print(units)
"""
TRANSLATE = """
import sys
from translate.storage.tmx import tmxfile
with open(sys.argv[-1], "rb") as file:
    units = tmxfile.parsestring(file.read()).units
if sys.argv[1:2] != ["load"]:
    print(len(units), sum(len(unit.source or "") + len(unit.target or "") for unit in units))
"""


def measured(command, path):
    """CPU seconds and peak memory in MB of a command; None where it cannot be run."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(write, 2)
        try:
            os.execvp(command[0], [*command, str(path)])
        finally:
            os._exit(127)
    os.close(write)
    said = b""
    while piece := os.read(read, 65536):
        said += piece
    os.close(read)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        print(f"SKIPPED: {command[:2]}: {said.decode(errors='replace')[-200:]}", file=sys.stderr)
        return None
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def generated(directory, units):
    path = Path(directory) / f"{units}.tmx"
    with path.open("wb") as out:
        subprocess.run([RELEASE / "examples/generate", str(units)], stdout=out, check=True)
    return path


def main():
    numbers = [int(word) for word in sys.argv[1:]]
    units, of_peers = (numbers + [500_000, 40_000][len(numbers):])[:2]
    with tempfile.TemporaryDirectory() as directory:
        large, small = generated(directory, units), generated(directory, of_peers)
        run = subprocess.run([RELEASE / "examples/throughput", large], capture_output=True, text=True, check=True)
        found = re.findall(r"(?m)^(.+?) +([0-9.]+) MB/s in the middle", run.stdout)
        middle = {name.strip(): float(rate) for name, rate in found}
        print(f"| library, {large.stat().st_size / 1e6:.0f} MB | MB/s | of the bare loop |\n|---|---|---|")
        for name, rate in middle.items():
            print(f"| {name} | {rate:.0f} | {rate / middle['bare loop']:.2f} |")
        hexapla = str(RELEASE / "hexapla")
        rows = [
            ("hexapla tmx stats", [hexapla, "tmx", "stats"], large),
            ("hexapla tmx validate", [hexapla, "tmx", "validate"], large),
            ("hexapla tmx fmt", [hexapla, "tmx", "fmt"], large),
            ("hexapla tmx dedupe", [hexapla, "tmx", "dedupe"], large),
            ("lxml, iterparse and text of segments", [sys.executable, "-c", LXML], small),
            ("translate-toolkit, load", [sys.executable, "-c", TRANSLATE, "load"], small),
            ("translate-toolkit, load and source and target of each unit", [sys.executable, "-c", TRANSLATE], small),
        ]
        print("\n| command | file | CPU s | MB/s | peak MB |\n|---|---|---|---|---|")
        for name, command, path in rows:
            size = path.stat().st_size / 1e6
            if result := measured(command, path):
                seconds, peak = result
                print(f"| {name} | {size:.0f} MB | {seconds:.2f} | {size / seconds:.0f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
