import { leafHash } from '../../../kernel/merkle/hash.ts'
import { append, type Edge, emptyEdge, rootOf } from '../../../kernel/merkle/range.ts'
import { lineOf } from '../seal/line.ts'
import { hashOf } from '../seal/suite.ts'
import { checkpointFindings } from './check-checkpoint.ts'
import { tileFindings } from './check-tiles.ts'
import type { Entry, Finding, Log, OutsideStatement, Tile } from './log.ts'

export interface LogCheck {
  /** The entries in the order of their places; the caller reads them in any portions. */
  readonly entry: (entry: Entry) => void
  /** Everything that does not hold. */
  readonly end: (rest: { readonly tiles: readonly Tile[]; readonly outside: readonly OutsideStatement[] }) => Finding[]
}

/**
 * Recomputes a whole journal from its events: every leaf, every root that was ever signed, every tile, and compares with what is stored
 * and with what left the database. Pure: no finding means that no event that was sealed has been changed, moved, added or removed.
 */
export function checkLog(log: Log): LogCheck {
  const hash = hashOf(log.algorithm)
  const findings: Finding[] = log.checkpoints.flatMap((one) => checkpointFindings(log, one))
  const checkpoints = [...log.checkpoints].sort((a, b) => a.size - b.size)
  const roots = new Map<number, string>()
  const leaves: Uint8Array[] = []
  let edge: Edge = emptyEdge
  let expected = 0
  const wanted = new Set(checkpoints.map(({ size }) => size))
  const add = (leaf: Uint8Array) => {
    leaves.push(leaf)
    edge = append(hash, edge, leaf)
    if (wanted.has(edge.size)) roots.set(edge.size, hexOf(rootOf(hash, edge)))
  }
  const entry = ({ seq, id, leaf, head, body }: Entry) => {
    if (seq !== expected) {
      const kind = seq > expected ? 'leaf_missing' : 'order_changed'
      findings.push({ kind, seq: expected, eventId: id, what: `where place ${expected} should be, ${seq} stands` })
    }
    expected = seq + 1
    if (head === null || body === null) {
      findings.push({ kind: 'event_missing', seq, eventId: id, what: `the event at place ${seq} is gone` })
      return add(Buffer.from(leaf, 'hex'))
    }
    const made = leafHash(hash, Buffer.from(lineOf(hash, { head, body })))
    if (hexOf(made) !== leaf) {
      const what = `the event at place ${seq} is not the one that was sealed`
      findings.push({ kind: 'event_changed', seq, eventId: id, what })
    }
    add(Buffer.from(leaf, 'hex'))
  }
  const end: LogCheck['end'] = ({ tiles, outside }) => {
    const built = { roots, length: leaves.length }
    return [
      ...findings,
      ...rootFindings(checkpoints, built),
      ...tileFindings(hash, leaves, tiles),
      ...outsideFindings(outside, { ...built, known: wanted }),
    ]
  }
  return { entry, end }
}

interface Built {
  /** By size, hexadecimal. */
  readonly roots: ReadonlyMap<number, string>
  readonly length: number
}

/** Every root that was signed must come out of the leaves; the first that does not bounds the place of the change. */
function rootFindings(checkpoints: Log['checkpoints'], { roots, length }: Built): Finding[] {
  const findings: Finding[] = []
  let before = 0
  for (const { size, root } of checkpoints) {
    if (size > length) {
      const what = `the checkpoint at ${size} covers ${size - length} events more than there are`
      findings.push({ kind: 'cut_off', seq: length, eventId: null, what })
    } else if (roots.get(size) !== root) {
      const what = `the root at ${size} does not come out of the leaves: a leaf from place ${before} to ${size - 1} is not the one sealed`
      findings.push({ kind: 'root_wrong', seq: before, eventId: null, what })
    }
    before = size
  }
  const last = checkpoints.at(-1)?.size ?? 0
  if (length > last) {
    const what = `places ${last} to ${length - 1} are covered by no checkpoint`
    findings.push({ kind: 'checkpoint_missing', seq: last, eventId: null, what })
  }
  return findings
}

function outsideFindings(
  outside: readonly OutsideStatement[],
  { roots, length, known }: Built & { readonly known: ReadonlySet<number> },
): Finding[] {
  return outside.flatMap(({ where, size, root }): Finding[] => {
    if (size > length) {
      const what = `${where} knows a journal of ${size} events; there are ${length}`
      return [{ kind: 'cut_off', seq: length, eventId: null, what }]
    }
    if (!known.has(size)) {
      const what = `${where} knows a checkpoint at ${size} that is gone`
      return [{ kind: 'checkpoint_missing', seq: size, eventId: null, what }]
    }
    if (roots.get(size) === root) return []
    const what = `${where} knows another root at ${size}: the journal was rewritten before that place`
    return [{ kind: 'rewritten', seq: size, eventId: null, what }]
  })
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
