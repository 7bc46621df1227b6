import { type Hash, nodeHash, sameBytes } from './hash.ts'

/** Leaves `from` to `to` (not included). */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The largest power of two below `size`. */
function split(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

/** RFC 6962, 2.1.1: the spans whose roots prove that leaf `index` is in the tree of `size` leaves, the nearest first. */
export function inclusionSpans(index: number, size: number): readonly Span[] {
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`)
  const spans: Span[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (index < middle) {
      spans.push({ from: middle, to })
      to = middle
    } else {
      spans.push({ from, to: middle })
      from = middle
    }
  }
  return spans.reverse()
}

/** RFC 6962, 2.1.2: the spans whose roots prove that the tree of `older` leaves is the beginning of the one of `newer`. */
export function consistencySpans(older: number, newer: number): readonly Span[] {
  if (older < 1 || older > newer) throw new RangeError(`a tree of ${older} is no beginning of one of ${newer}`)
  const spans: Span[] = []
  let [from, to] = [0, newer]
  let whole = true
  while (older < to) {
    const middle = from + split(to - from)
    if (older <= middle) {
      spans.push({ from: middle, to })
      to = middle
    } else {
      spans.push({ from, to: middle })
      from = middle
      whole = false
    }
  }
  return (whole ? spans : [...spans, { from, to }]).reverse()
}

interface Inclusion {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** The root that a proof of inclusion leads to (RFC 9162, 2.1.3.2); null when the proof has the wrong length. */
export function rootFromInclusion(hash: Hash, { index, size, leaf, proof }: Inclusion): Uint8Array | null {
  if (index < 0 || index >= size) return null
  let [at, last, node] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      node = nodeHash(hash, sibling, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else node = nodeHash(hash, node, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? node : null
}

interface Consistency {
  readonly older: { readonly size: number; readonly root: Uint8Array }
  readonly newer: { readonly size: number; readonly root: Uint8Array }
  readonly proof: readonly Uint8Array[]
}

/** Whether the proof shows that the older tree is the beginning of the newer one (RFC 9162, 2.1.4.2). */
export function isConsistent(hash: Hash, { older, newer, proof }: Consistency): boolean {
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root)
  if (older.size < 1 || older.size > newer.size || proof.length === 0) return false
  const isPower = Number.isInteger(Math.log2(older.size))
  const path = isPower ? [older.root, ...proof] : proof
  let [at, last] = [older.size - 1, newer.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  const [first, ...rest] = path
  if (first === undefined) return false
  let [inOlder, inNewer] = [first, first]
  for (const node of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      inOlder = nodeHash(hash, node, inOlder)
      inNewer = nodeHash(hash, node, inNewer)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else inNewer = nodeHash(hash, inNewer, node)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(inOlder, older.root) && sameBytes(inNewer, newer.root)
}

function half(value: number): number {
  return Math.floor(value / 2)
}
