#!/bin/sh
# What .pre-commit-hooks.yaml runs: builds hexapla once, beside these sources, and checks the pages that it is given.
# HEXAPLA names a build that is there already.
set -eu
sources=$(cd "$(dirname "$0")" && pwd)
tool=${HEXAPLA:-$sources/.hexapla/bin/hexapla}
if [ ! -x "$tool" ]; then
  cargo install --quiet --locked --path "$sources/crates/cli" --root "$sources/.hexapla" >&2
fi
exec "$tool" check --no-progress "$@"
