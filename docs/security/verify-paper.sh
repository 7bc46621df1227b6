#!/usr/bin/env bash
# Checks the line at the foot of a printed paper against what the house says of its journal today, with jq, sha256sum and openssl alone.
#   verify-paper.sh "luodi-journal/1 linyi 1234 0123…cdef 2026-11-30T08:00:00.000Z" FILE.json [kept-key.pem]
# FILE.json: the answer of /api/zones/<zone>/journal/consistency?size=<the third word>, or an export of the journal, which is then verified whole.
# Give the public key that you kept earlier; without one the key inside the file is used, which only shows that the file agrees with itself.
# Exit 0: the journal still has this checkpoint. Exit 1: it says what does not hold: the paper is forged, or the journal was rewritten.
set -euo pipefail
line=${1:?usage: verify-paper.sh LINE FILE.json [KEY.pem]}; file=${2:?FILE.json is missing}; kept=${3:-}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
bad() { echo "NOT VERIFIED: $*" >&2; exit 1; }
read -r form zone size root at _ <<<"${line#*日志检查点 }"
[ "$form" = luodi-journal/1 ] && [[ "$size" =~ ^[0-9]+$ ]] && [[ "$root" =~ ^[0-9a-f]{32}$ ]] || bad "this is no line of a paper"
one=$(jq -c --argjson size "$size" 'first((.older, .newest, .checkpoint, (.checkpoints // [])[]) | select(. != null and .size == $size)) // empty' "$file")
[ -n "$one" ] || bad "the file has no checkpoint at $size"
jq -j .statement <<<"$one" >"$work/statement"
jq -r .signature <<<"$one" | base64 -d >"$work/signature"
if [ -n "$kept" ]; then cp "$kept" "$work/key.pem"
else jq -r --arg id "$(jq -r .keyId <<<"$one")" '(.keys // [.key])[] | select(.id == $id) | .publicKey' "$file" >"$work/key.pem"; fi
openssl pkeyutl -verify -pubin -inkey "$work/key.pem" -rawin -in "$work/statement" -sigfile "$work/signature" >/dev/null 2>&1 ||
  bad "the checkpoint at $size is not signed with this key"
said() { sed -n "s/^$1 //p" "$work/statement"; }
[ "$(said zone | cut -d' ' -f2)" = "$zone" ] || bad "the checkpoint is that of the zone $(said zone | cut -d' ' -f2), the paper is of $zone"
[ "$(said size)" = "$size" ] || bad "the checkpoint states another size than it has"
[[ "$(said root)" == "$root"* ]] || bad "the journal's root at $size is $(said root), the paper has $root: one of them was changed"
[ "$(said at)" = "$at" ] || bad "the checkpoint at $size is of $(said at), the paper says $at"
if jq -e 'has("events")' "$file" >/dev/null; then bash "$(dirname "$0")/verify-journal.sh" "$file" ${kept:+"$kept"}; fi
echo "VERIFIED: the paper's checkpoint of $size events at $at is the journal's"
