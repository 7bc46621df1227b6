import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { append, emptyEdge, rootOf } from '../../../kernel/merkle/range.ts'
import { leafOf } from '../seal/line.ts'
import { statementText } from '../seal/statement.ts'
import { algorithms, hashOf, newPrivateKey, type Signer, signerOf } from '../seal/suite.ts'
import { hashesIn, rootOver, tileWidth } from '../seal/tiles.ts'
import { checkLog } from './check-log.ts'
import type { Entry, Finding, KeptCheckpoint, Log, OutsideStatement, Tile } from './log.ts'

const zoneId = '01900000-0000-7000-8000-000000000001'
const length = 560
const every = 90
/** Places tried of each kind; `LUODI_LONG=1 npm test -- src/platform/journal` tries 200. */
const places = process.env.LUODI_LONG ? 200 : 20

/** A journal with everything that an auditor has of it, as data that a test may spoil. */
interface Whole {
  log: Log & { checkpoints: KeptCheckpoint[] }
  entries: Entry[]
  tiles: Tile[]
  outside: OutsideStatement[]
}

function eventAt(i: number) {
  const head = `{"zone":"${zoneId}","id":"event-${i}","subjectKind":"cases.case","action":"accept"`
  return { head, body: `{"actor":"officer ${i % 7}","note":"note ${i}"}` }
}

function made(signer: Signer, events: readonly { head: string; body: string }[]): Whole {
  const hash = hashOf(signer.algorithm)
  const entries: Entry[] = []
  const checkpoints: KeptCheckpoint[] = []
  let edge = emptyEdge
  for (const [seq, event] of events.entries()) {
    const leaf = leafOf(hash, event)
    entries.push({ seq, id: `event-${seq}`, leaf: hex(leaf), ...event })
    edge = append(hash, edge, leaf)
    if (edge.size % every !== 0 && edge.size !== events.length) continue
    checkpoints.push(checkpointOf(signer, edge.size, hex(rootOf(hash, edge))))
  }
  const keys = [{ id: signer.keyId, algorithm: signer.algorithm, publicKey: signer.publicKey }]
  const outside = checkpoints.map(({ size, root }) => ({ where: 'a file', size, root }))
  const leaves = entries.map(({ leaf }) => Buffer.from(leaf, 'hex'))
  const tiles = tilesOf(signer, leaves)
  return { log: { zoneId, algorithm: signer.algorithm, keys, checkpoints }, entries, tiles, outside }
}

function tilesOf({ algorithm }: Signer, leaves: readonly Uint8Array[]): Tile[] {
  const count = Math.floor(leaves.length / tileWidth)
  return Array.from({ length: count }, (_, place) => {
    const within = leaves.slice(place * tileWidth, (place + 1) * tileWidth)
    return { level: 0, place, hashes: Buffer.concat(within), root: rootOver(hashOf(algorithm), within) }
  })
}

function checkpointOf(signer: Signer, size: number, root: string): KeptCheckpoint {
  const told = { zoneId, zoneCode: 'linyi', size, root, algorithm: signer.algorithm }
  const statement = statementText({ ...told, at: '2026-03-02T01:00:00.000Z', witness: null })
  return { size, root, statement, signature: signer.sign(statement).toString('base64'), keyId: signer.keyId }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function findingsOf({ log, entries, tiles, outside }: Whole): Finding[] {
  const check = checkLog(log)
  for (const entry of entries) check.entry(entry)
  return check.end({ tiles, outside })
}

const signers = algorithms.map((algorithm) => signerOf(newPrivateKey(algorithm)))
const stranger = signerOf(newPrivateKey('sha256'))
const [signer] = signers as [Signer]
const events = Array.from({ length }, (_, i) => eventAt(i))
const whole = made(signer, events)

function copy(): Whole {
  const { log, entries, tiles, outside } = whole
  const cloned = tiles.map((tile) => ({ ...tile, hashes: Buffer.from(tile.hashes), root: Buffer.from(tile.root) }))
  return {
    log: { ...log, checkpoints: [...log.checkpoints] },
    entries: [...entries],
    tiles: cloned,
    outside: [...outside],
  }
}

function flip(text: string, at: number): string {
  const place = at % text.length
  const sign = text[place] === '0' ? '1' : '0'
  return text.slice(0, place) + sign + text.slice(place + 1)
}

/** One way to tamper at a place; answers what must be found, and near which place (null: anywhere). */
type Tampering = (
  spoilt: Whole,
  at: number,
) => { readonly kinds: readonly Finding['kind'][]; readonly seq: number | null }

function change(spoilt: Whole, seq: number, entry: Partial<Entry>): void {
  spoilt.entries[seq] = { ...(spoilt.entries[seq] as Entry), ...entry }
}

const changedEvent = { head: eventAt(0).head.replace('accept', 'revoke'), body: '{"actor":"somebody"}' }

const tamperings: Readonly<Record<string, Tampering>> = {
  'what happened': (spoilt, seq) => {
    change(spoilt, seq, { head: `${spoilt.entries[seq]?.head}`.replace('accept', 'refuse') })
    return { kinds: ['event_changed'], seq }
  },
  'who did it': (spoilt, seq) => {
    change(spoilt, seq, { body: `${spoilt.entries[seq]?.body}`.replace('officer', 'Officer') })
    return { kinds: ['event_changed'], seq }
  },
  'an event removed, its leaf left': (spoilt, seq) => {
    change(spoilt, seq, { head: null, body: null })
    return { kinds: ['event_missing'], seq }
  },
  'event and leaf removed': (spoilt, seq) => {
    spoilt.entries.splice(seq, 1)
    return { kinds: seq === length - 1 ? ['cut_off'] : ['leaf_missing'], seq }
  },
  'event and leaf removed, the places closed up': (spoilt, seq) => {
    spoilt.entries.splice(seq, 1)
    spoilt.entries = spoilt.entries.map((entry, i) => ({ ...entry, seq: i }))
    // Behind the last but one checkpoint no whole tree is left to compare.
    return { kinds: seq < length - (length % every) ? ['root_wrong', 'cut_off'] : ['cut_off'], seq: null }
  },
  'an event slipped in': (spoilt, seq) => {
    const leaf = hex(leafOf(hashOf(signer.algorithm), changedEvent))
    spoilt.entries.splice(seq, 0, { seq, id: 'new', leaf, ...changedEvent })
    spoilt.entries = spoilt.entries.map((entry, i) => ({ ...entry, seq: i }))
    return { kinds: ['root_wrong', 'checkpoint_missing'], seq: null }
  },
  'event and leaf changed together': (spoilt, seq) => {
    change(spoilt, seq, { ...changedEvent, leaf: hex(leafOf(hashOf(signer.algorithm), changedEvent)) })
    // Past the last complete tile only the root tells.
    return { kinds: seq < 512 ? ['root_wrong', 'tile_changed'] : ['root_wrong'], seq: null }
  },
  'a leaf': (spoilt, seq) => {
    change(spoilt, seq, { leaf: flip(spoilt.entries[seq]?.leaf ?? '', seq) })
    return { kinds: ['event_changed'], seq }
  },
  'two events that changed places': (spoilt, at) => {
    const [a, b] = [at, (at + 1) % length]
    const [one, two] = [spoilt.entries[a] as Entry, spoilt.entries[b] as Entry]
    spoilt.entries[a] = { ...two, seq: one.seq }
    spoilt.entries[b] = { ...one, seq: two.seq }
    return { kinds: ['root_wrong'], seq: null }
  },
  'a tile': (spoilt, at) => {
    const tile = spoilt.tiles[at % spoilt.tiles.length] as Tile
    const place = at % tileWidth
    tile.hashes[place * 32] = (tile.hashes[place * 32] ?? 0) ^ 1
    return { kinds: ['tile_changed'], seq: tile.place * tileWidth + place }
  },
  'a tile removed': (spoilt, at) => {
    const [tile] = spoilt.tiles.splice(at % spoilt.tiles.length, 1)
    return { kinds: ['tile_missing'], seq: (tile?.place ?? 0) * tileWidth }
  },
  'a root': (spoilt, at) => {
    const i = at % spoilt.log.checkpoints.length
    const one = spoilt.log.checkpoints[i] as KeptCheckpoint
    spoilt.log.checkpoints[i] = { ...one, root: flip(one.root, at) }
    return { kinds: ['statement_wrong', 'root_wrong'], seq: null }
  },
  'a statement signed by a stranger': (spoilt, at) => {
    const i = at % spoilt.log.checkpoints.length
    const { size, root, keyId } = spoilt.log.checkpoints[i] as KeptCheckpoint
    spoilt.log.checkpoints[i] = { ...checkpointOf(stranger, size, root), keyId }
    return { kinds: ['signature_wrong'], seq: size }
  },
  'a key exchanged for a stranger’s': (spoilt, at) => {
    const i = at % spoilt.log.checkpoints.length
    const { size, root } = spoilt.log.checkpoints[i] as KeptCheckpoint
    spoilt.log.checkpoints[i] = checkpointOf(stranger, size, root)
    return { kinds: ['key_unknown'], seq: size }
  },
  'a checkpoint removed': (spoilt, at) => {
    const [gone] = spoilt.log.checkpoints.splice(at % spoilt.log.checkpoints.length, 1)
    return { kinds: ['checkpoint_missing'], seq: null, ...(gone && {}) }
  },
  'the end cut off, cleanly': (spoilt, at) => {
    const kept = whole.log.checkpoints[at % (whole.log.checkpoints.length - 1)]?.size ?? every
    const shorter = made(signer, events.slice(0, kept))
    Object.assign(spoilt, shorter, { outside: spoilt.outside })
    return { kinds: ['cut_off'], seq: kept }
  },
  'everything rewritten by who has the key': (spoilt, at) => {
    const rewritten = made(signer, events.with(at, changedEvent))
    Object.assign(spoilt, rewritten, { outside: spoilt.outside })
    return { kinds: ['rewritten'], seq: null }
  },
}

const costly = new Set(['the end cut off, cleanly', 'everything rewritten by who has the key'])

describe('a journal', () => {
  it.each(signers.map((one) => [one.algorithm, one] as const))(
    'of %s that nobody touched has no findings',
    (_name, one) => {
      expect(findingsOf(made(one, events.slice(0, 300)))).toEqual([])
      expect(findingsOf(made(one, []))).toEqual([])
    },
  )

  it('of which nothing was changed has none, and its tiles hold the leaves', () => {
    expect(findingsOf(whole)).toEqual([])
    expect(whole.tiles.map(({ hashes }) => hashesIn(hashes).length)).toEqual([256, 256])
  })

  it('names more than fifteen ways to tamper', () => {
    expect(Object.keys(tamperings).length).toBeGreaterThanOrEqual(15)
  })

  it.each(Object.entries(tamperings))(
    'shows %s, wherever it was tampered with',
    { timeout: 60_000 },
    (name, tamper) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: length - 1 }), (at) => {
          const spoilt = copy()
          const { kinds, seq } = tamper(spoilt, at)
          const findings = findingsOf(spoilt)
          for (const kind of kinds) {
            const found = findings.filter((finding) => finding.kind === kind)
            expect(found.length, `${name} at ${at}: ${kind}`).toBeGreaterThan(0)
            if (seq !== null) expect(found.map((finding) => finding.seq)).toContain(seq)
          }
        }),
        { numRuns: costly.has(name) ? Math.ceil(places / 5) : places },
      )
    },
  )
})
