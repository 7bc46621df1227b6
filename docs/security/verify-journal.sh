#!/usr/bin/env bash
# Verifies a receipt or an export of a Luodi journal with jq, sha256sum and openssl alone. It asks no server and trusts none of our code.
#   verify-journal.sh receipt.json [kept-key.pem …]
#   verify-journal.sh export.json  [kept-key.pem …]
# Give the public key that you kept earlier (all of them, when it was replaced); without one the key inside the file is used, which only shows
# that the file agrees with itself.
# Exit 0: everything holds. Exit 1: it says what does not, and where. For journals with SHA-256 (openssl verifies Ed25519).
set -euo pipefail
export LC_ALL=C                                                   # texts are bytes
file=${1:?usage: verify-journal.sh FILE.json [KEY.pem …]}; shift; kept=("$@")
for key in "$file" "${kept[@]}"; do [ -r "$key" ] || { echo "there is no file $key that can be read" >&2; exit 1; }; done
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
bad() { echo "NOT VERIFIED: $*" >&2; exit 1; }
escaped() { sed 's/../\\x&/g'; }                                  # hexadecimal as printf takes it
digest() { sha256sum | cut -d' ' -f1; }
leaf() { { printf '\000'; printf '%s' "$1"; } | digest; }        # RFC 6962, 2.1: a byte 0 before a leaf,
node() { printf "$(escaped <<<"01$1$2")" | digest; }             # a byte 1 before two children

signed() { # size, root, signature, id of the key, statement
  printf '%b' "$5" >"$work/statement"
  base64 -d <<<"$3" >"$work/signature" 2>/dev/null || true
  local keys=("${kept[@]}") key=
  if [ ${#keys[@]} = 0 ]; then
    keys=("$work/key.pem")
    jq -r --arg id "$4" '(.keys // [.key])[] | select(.id == $id) | .publicKey' "$file" >"$work/key.pem"
  fi
  for key in "${keys[@]}"; do
    openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in "$work/statement" -sigfile "$work/signature" >/dev/null 2>&1 && break
    key=
  done
  [ -n "$key" ] || bad "the checkpoint at $1 is not signed with this key"
  [ "$(sed -n 's/^size //p' "$work/statement")" = "$1" ] || bad "a checkpoint states another size than it has"
  [ "$(sed -n 's/^root //p' "$work/statement")" = "$2" ] || bad "the checkpoint at $1 states another root than it has"
}
fields='.size, .root, .signature, .keyId, (.statement | gsub("\\\\"; "\\\\") | gsub("\n"; "\\n"))'
read_checkpoint() { for field in size root signature keyId statement; do IFS= read -r "$field" || return 1; done; }

receipt() {
  local event body here at last sibling size root signature keyId statement how='its body too'
  event=$(jq -r .event "$file"); at=$(jq -r .seq "$file"); body=$(jq -r '.body // ""' "$file")
  read_checkpoint < <(jq -r ".checkpoint | $fields" "$file") || bad "the receipt has no checkpoint"
  signed "$size" "$root" "$signature" "$keyId" "$statement"
  if [ -z "$body" ]; then how='without its body'
  elif [ "$(jq -r .content <<<"$event")" != "$(printf '%s' "$body" | digest)" ]; then bad "the body is not the one that was sealed"; fi
  last=$((size - 1)); here=$(leaf "$event")
  while read -r sibling; do
    if ((at % 2 == 1 || at == last)); then
      here=$(node "$sibling" "$here")
      while ((at % 2 == 0 && at != 0)); do ((at /= 2, 1)); ((last /= 2, 1)); done
    else here=$(node "$here" "$sibling"); fi
    ((at /= 2, 1)); ((last /= 2, 1))
  done < <(jq -r '.proof[]' "$file")
  [ "$last" = 0 ] && [ "$here" = "$root" ] || bad "the event is not in the journal that was signed"
  echo "VERIFIED: event $(jq -r .id <<<"$event") at place $(jq -r .seq "$file") of $size, $how"
}

tree=() size=0
digests() { (cd "$work/$1" && seq 0 $(($2 - 1)) | xargs sha256sum | cut -d' ' -f1); } # of files 0, 1, 2 …

portion() { # events: place, id, leaf, digest of the body as the event has it, event, body; a line each
  local n=0 i seq id stored content event body ids=() leaves=() contents=() sums=() bodies=()
  mkdir -p "$work/leaf" "$work/body"
  while IFS= read -r seq && read -r id && read -r stored && read -r content && IFS= read -r event && IFS= read -r body; do
    [ "$seq" = $((size + n)) ] || bad "place $((size + n)) is missing"
    printf '\000%s' "$event" >"$work/leaf/$n"; printf '%s' "$body" >"$work/body/$n"
    ids+=("$id"); leaves+=("$stored"); contents+=("$content"); [ "$body" != null ] || contents[n]=
    ((n += 1))
  done
  ((n > 0)) || return 0
  mapfile -t sums < <(digests leaf $n); mapfile -t bodies < <(digests body $n)
  for ((i = 0; i < n; i++)); do
    [ "${sums[i]}" = "${leaves[i]}" ] || bad "the event at place $((size + i)) (${ids[i]}) is not the one that was sealed"
    [ -z "${contents[i]}" ] || [ "${contents[i]}" = "${bodies[i]}" ] || bad "the body of the event at place $((size + i)) (${ids[i]}) is not the one that was sealed"
  done
  tree+=("${sums[@]}"); ((size += n))
}

grow() { # all whole subtrees: those of level k begin at base[k] of the tree
  local k=0 i n=$size from escapes
  base=(0)
  while ((n > 1)); do
    from=${base[k]}; n=$((n / 2)); ((k += 1)); base[k]=${#tree[@]}
    mkdir -p "$work/node"
    for ((i = 0; i < n; i++)); do echo "01${tree[from + 2 * i]}${tree[from + 2 * i + 1]}"; done | escaped >"$work/pairs"
    i=0; while IFS= read -r escapes; do printf "$escapes" >"$work/node/$i"; ((i += 1)); done <"$work/pairs"
    mapfile -t -O "${#tree[@]}" tree < <(digests node $n)
  done
}

root_at() { # the whole subtrees of which so many events consist, joined from the right
  local k=0 root= of=$1
  while ((of >> k > 0)); do
    if (((of >> k) % 2 == 1)); then
      local whole=${tree[base[k] + (of >> k) - 1]}
      if [ -z "$root" ]; then root=$whole; else root=$(node "$whole" "$root"); fi
    fi
    ((k += 1))
  done
  echo "$root"
}

export_file() {
  local portions=5000 from count good=0 seen=0 of root signature keyId statement
  declare -A want=()
  while read_checkpoint; do
    signed "$size" "$root" "$signature" "$keyId" "$statement"; want[$size]=$root
  done < <(jq -r ".checkpoints | sort_by(.size)[] | $fields" "$file")
  size=0; count=$(jq '.events | length' "$file")
  jq -r '.events[] | .seq, .id, .leaf, ((.event | fromjson? | .content) // "-"), .event, .body' "$file" >"$work/lines"
  for ((from = 0; from < count; from += portions)); do portion < <(tail -n +$((6 * from + 1)) "$work/lines" | head -n $((6 * portions))); done
  ((size == count)) || bad "place $size is missing"
  ((count > 0 && ${#want[@]} > 0)) || bad "there is nothing in this file to verify"
  grow
  for of in $(printf '%s\n' "${!want[@]}" | sort -n); do
    ((of <= size)) || bad "the checkpoint at $of covers more events than there are: the end was cut off at $size"
    [ "$(root_at "$of")" = "${want[$of]}" ] || bad "the root at $of does not come out of the events: one from place $good to $((of - 1)) is not the one sealed"
    good=$of
  done
  ((good == size)) || bad "places $good to $((size - 1)) are covered by no checkpoint"
  echo "VERIFIED: $size events, ${#want[@]} checkpoints"
}

what=$(jq -rs 'if length == 1 and (.[0] | type) == "object" then .[0] | if has("proof") and has("event") then "receipt" elif has("events") and has("checkpoints") then "export" else "other" end else "other" end' "$file" 2>/dev/null) ||
  bad "the file cannot be read: it is no JSON, or was cut short"
case $what in receipt) receipt ;; export) export_file ;; *) bad "this is neither a receipt nor an export: $(head -c 200 "$file")" ;; esac
