import type { Hash } from '../../../kernel/merkle/hash.ts'
import { sameBytes } from '../../../kernel/merkle/hash.ts'
import { hashBytes, rootOver, tileWidth } from '../seal/tiles.ts'
import type { Finding, Tile } from './log.ts'

/** Compares the tiles that are stored with those that the leaves make. */
export function tileFindings(hash: Hash, leaves: readonly Uint8Array[], stored: readonly Tile[]): Finding[] {
  const findings: Finding[] = []
  const known = new Map(stored.map((tile) => [`${tile.level} ${tile.place}`, tile]))
  let nodes = leaves
  for (let level = 0; nodes.length >= tileWidth; level++) {
    const roots: Uint8Array[] = []
    for (let place = 0; (place + 1) * tileWidth <= nodes.length; place++) {
      const within = nodes.slice(place * tileWidth, (place + 1) * tileWidth)
      const root = rootOver(hash, within)
      roots.push(root)
      findings.push(...oneTile({ level, place, root, within }, known.get(`${level} ${place}`)))
      known.delete(`${level} ${place}`)
    }
    nodes = roots
  }
  for (const { level, place } of known.values()) {
    findings.push({
      kind: 'leaf_missing',
      seq: null,
      eventId: null,
      what: `leaves under tile ${level}/${place} are gone`,
    })
  }
  return findings
}

interface Made {
  readonly level: number
  readonly place: number
  readonly root: Uint8Array
  readonly within: readonly Uint8Array[]
}

function oneTile({ level, place, root, within }: Made, tile: Tile | undefined): Finding[] {
  const seq = place * tileWidth ** (level + 1)
  if (!tile) return [{ kind: 'tile_missing', seq, eventId: null, what: `tile ${level}/${place} is missing` }]
  const at = within.findIndex((node, i) => !sameBytes(node, tile.hashes.subarray(i * hashBytes, (i + 1) * hashBytes)))
  if (at < 0 && sameBytes(root, tile.root)) return []
  const where = at < 0 ? seq : seq + at * tileWidth ** level
  const what = `tile ${level}/${place} does not hold what lies under it, from place ${where} on`
  return [{ kind: 'tile_changed', seq: where, eventId: null, what }]
}
