#!/bin/sh
# Builds graph/templates/vis-network.min.js from the exact packages of package-lock.json.
# Needs node >= 18, npm and a package registry. What comes out is committed, so nobody who
# installs or tests bangfu runs this. `build.sh --check` compares instead of writing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
room="$here/../../graph/templates"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$here/entry.js" "$work/"
cd "$work"
npm ci --omit-lockfile-registry-resolved --no-audit --no-fund --silent
# ASCII output keeps the file free of encoding trouble; the notices stay at its end.
npx --no-install esbuild entry.js --bundle --minify --format=iife --global-name=vis \
  --target=es2020 --charset=ascii --legal-comments=eof --log-level=warning \
  --outfile=vis-network.min.js
# The whole licence of everything that is inside; MIT is taken where there is a choice.
for package in vis-network vis-data vis-util @egjs/hammerjs component-emitter keycharm uuid; do
  for licence in LICENSE-MIT LICENSE.md LICENSE license; do
    if [ -f "node_modules/$package/$licence" ]; then
      printf '== %s ==\n\n' "$package"
      tr -d '\r' <"node_modules/$package/$licence"
      printf '\n'
      break
    fi
  done
done >LICENSE-vendored.txt
for file in vis-network.min.js LICENSE-vendored.txt; do
  if [ "${1:-}" = "--check" ]; then
    cmp "$file" "$room/$file"
  else
    cp "$file" "$room/$file"
  fi
done
sha256sum vis-network.min.js LICENSE-vendored.txt
