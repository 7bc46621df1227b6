#!/usr/bin/env bash
# Verifies a receipt or an export of a Luodi journal with jq, sha256sum and openssl alone. It asks no server and trusts none of our code.
#   verify-journal.sh receipt.json [kept-key.pem]
#   verify-journal.sh export.json  [kept-key.pem]
# Give the public key that you kept earlier; without one the key inside the file is used, which only shows that the file agrees with itself.
# Exit 0: everything holds. Exit 1: it says what does not, and where. For journals with SHA-256 (openssl verifies Ed25519).
set -euo pipefail
file=${1:?usage: verify-journal.sh FILE.json [KEY.pem]}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
bad() { echo "NOT VERIFIED: $*" >&2; exit 1; }
bytes() { printf "$(sed 's/../\\x&/g' <<<"$1")"; }
digest() { sha256sum | cut -d' ' -f1; }
leaf() { { printf '\000'; printf '%s' "$1"; } | digest; }        # RFC 6962, 2.1: a byte 0 before a leaf,
node() { bytes "01$1$2" | digest; }                              # a byte 1 before two children

checkpoint() { # JSON of a checkpoint: signature and statement
  jq -j .statement <<<"$1" >"$work/statement"
  jq -r .signature <<<"$1" | base64 -d >"$work/signature"
  if [ -n "${kept:-}" ]; then cp "$kept" "$work/key.pem"
  else jq -r --arg id "$(jq -r .keyId <<<"$1")" '(.keys // [.key])[] | select(.id == $id) | .publicKey' "$file" >"$work/key.pem"; fi
  openssl pkeyutl -verify -pubin -inkey "$work/key.pem" -rawin -in "$work/statement" -sigfile "$work/signature" >/dev/null 2>&1 ||
    bad "the checkpoint at $(jq -r .size <<<"$1") is not signed with this key"
  [ "$(sed -n 's/^size //p' "$work/statement")" = "$(jq -r .size <<<"$1")" ] || bad "a checkpoint states another size than it has"
  [ "$(sed -n 's/^root //p' "$work/statement")" = "$(jq -r .root <<<"$1")" ] || bad "the checkpoint at $(jq -r .size <<<"$1") states another root than it has"
}

body() { # the event names the digest of its body
  [ "$2" = null ] && return 0
  [ "$(jq -r .content <<<"$1")" = "$(printf '%s' "$2" | digest)" ]
}

receipt() {
  local event here at last sibling
  event=$(jq -r .event "$file"); at=$(jq -r .seq "$file")
  checkpoint "$(jq -c .checkpoint "$file")"
  last=$(($(jq -r .checkpoint.size "$file") - 1)); here=$(leaf "$event")
  body "$event" "$(jq -r '.body // "null"' "$file")" || bad "the body is not the one that was sealed"
  while read -r sibling; do
    if ((at % 2 == 1 || at == last)); then
      here=$(node "$sibling" "$here")
      while ((at % 2 == 0 && at != 0)); do ((at /= 2, 1)); ((last /= 2, 1)); done
    else here=$(node "$here" "$sibling"); fi
    ((at /= 2, 1)); ((last /= 2, 1))
  done < <(jq -r '.proof[]' "$file")
  [ "$last" = 0 ] && [ "$here" = "$(jq -r .checkpoint.root "$file")" ] || bad "the event is not in the journal that was signed"
  echo "VERIFIED: event $(jq -r .id <<<"$event") at place $(jq -r .seq "$file") of $(jq -r .checkpoint.size "$file")"
}

export_file() {
  local edge=() size=0 event stored here rest root i lastGood=0
  while IFS= read -r row; do
    event=$(jq -r .event <<<"$row"); stored=$(jq -r .leaf <<<"$row")
    [ "$(jq -r .seq <<<"$row")" = "$size" ] || bad "place $size is missing"
    here=$(leaf "$event")
    [ "$here" = "$stored" ] || bad "the event at place $size ($(jq -r .id <<<"$row")) is not the one that was sealed"
    body "$event" "$(jq -r .body <<<"$row")" || bad "the body of the event at place $size ($(jq -r .id <<<"$row")) is not the one that was sealed"
    rest=$size
    while ((rest % 2 == 1)); do here=$(node "${edge[-1]}" "$here"); unset 'edge[-1]'; ((rest /= 2, 1)); done
    edge+=("$here"); ((size += 1))
    if [ -n "${want[$size]:-}" ]; then
      root=${edge[-1]}; for ((i = ${#edge[@]} - 2; i >= 0; i--)); do root=$(node "${edge[i]}" "$root"); done
      [ "$root" = "${want[$size]}" ] || bad "the root at $size does not come out of the events: one from place $lastGood to $((size - 1)) is not the one sealed"
      lastGood=$size
    fi
  done < <(jq -c '.events[]' "$file")
  for i in "${!want[@]}"; do ((i <= size)) || bad "the checkpoint at $i covers more events than there are: the end was cut off at $size"; done
  ((lastGood == size)) || bad "places $lastGood to $((size - 1)) are covered by no checkpoint"
  echo "VERIFIED: $size events, ${#want[@]} checkpoints"
}

kept=${2:-}
if jq -e 'has("proof")' "$file" >/dev/null; then receipt; else
  declare -A want=()
  while IFS= read -r one; do checkpoint "$one"; want[$(jq -r .size <<<"$one")]=$(jq -r .root <<<"$one"); done < <(jq -c '.checkpoints[]' "$file")
  export_file
fi
