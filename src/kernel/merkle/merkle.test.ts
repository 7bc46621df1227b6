import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hash, leafHash, nodeHash, sameBytes } from './hash.ts'
import { consistencySpans, inclusionSpans, isConsistent, rootFromInclusion, type Span } from './proof.ts'
import { append, emptyEdge, rootOf } from './range.ts'

const sha256: Hash = (...parts) => {
  const made = createHash('sha256')
  for (const part of parts) made.update(part)
  return made.digest()
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The entries and roots that the reference implementation of certificate transparency is tested with. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => Buffer.from(text, 'hex'))
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** By the definition, recursively: nothing shared with the code under test but the hash of a node. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256()
  const [only] = leaves
  if (leaves.length === 1 && only) return only
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(sha256, treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}

const leavesOf = (size: number) => Array.from({ length: size }, (_, i) => leafHash(sha256, Buffer.from(`entry ${i}`)))
const rootsOf = (leaves: readonly Uint8Array[], spans: readonly Span[]) =>
  spans.map(({ from, to }) => treeHash(leaves.slice(from, to)))

describe('a tree', () => {
  it('has the roots of the reference implementation', () => {
    let edge = emptyEdge
    expect(hex(rootOf(sha256, edge))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    for (const [i, entry] of entries.entries()) {
      edge = append(sha256, edge, leafHash(sha256, entry))
      expect(hex(rootOf(sha256, edge))).toBe(roots[i])
    }
  })

  it('grown leaf by leaf is the tree of the definition', () => {
    const leaves = leavesOf(70)
    let edge = emptyEdge
    for (const [i, leaf] of leaves.entries()) {
      edge = append(sha256, edge, leaf)
      expect(hex(rootOf(sha256, edge))).toBe(hex(treeHash(leaves.slice(0, i + 1))))
    }
  })
})

describe('a proof', () => {
  it('of inclusion leads to the root, for every leaf of every tree up to 40', () => {
    for (let size = 1; size <= 40; size++) {
      const leaves = leavesOf(size)
      const root = hex(treeHash(leaves))
      for (const [index, leaf] of leaves.entries()) {
        const proof = rootsOf(leaves, inclusionSpans(index, size))
        expect(hex(rootFromInclusion(sha256, { index, size, leaf, proof }) ?? Buffer.alloc(0))).toBe(root)
      }
    }
  })

  it('of consistency holds for every pair of trees up to 40', () => {
    const leaves = leavesOf(40)
    for (let newer = 1; newer <= 40; newer++) {
      for (let older = 1; older <= newer; older++) {
        const proof = rootsOf(leaves, consistencySpans(older, newer))
        const trees = {
          older: { size: older, root: treeHash(leaves.slice(0, older)) },
          newer: { size: newer, root: treeHash(leaves.slice(0, newer)) },
        }
        expect(isConsistent(sha256, { ...trees, proof }), `${older} in ${newer}`).toBe(true)
      }
    }
  })

  it('fails when a byte of it, of the leaf or the place is another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (size, a, b) => {
        const leaves = leavesOf(size)
        const root = treeHash(leaves)
        const index = a % size
        const proof = rootsOf(leaves, inclusionSpans(index, size)).map((node) => Uint8Array.from(node))
        const broken = proof[b % proof.length] as Uint8Array
        broken[b % 32] = (broken[b % 32] ?? 0) ^ 1
        const leaf = leaves[index] as Uint8Array
        const reached = rootFromInclusion(sha256, { index, size, leaf, proof })
        const whole = rootsOf(leaves, inclusionSpans(index, size))
        const elsewhere = rootFromInclusion(sha256, { index: (index + 1) % size, size, leaf, proof: whole })
        expect(reached !== null && sameBytes(reached, root)).toBe(false)
        expect(elsewhere !== null && sameBytes(elsewhere, root)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('of consistency fails for a tree whose beginning was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), (newer, a, b) => {
        const older = 1 + (a % (newer - 1))
        const leaves = leavesOf(newer)
        const changed = leaves.map((leaf, i) => (i === b % older ? leafHash(sha256, Buffer.from('changed')) : leaf))
        const trees = {
          older: { size: older, root: treeHash(leaves.slice(0, older)) },
          newer: { size: newer, root: treeHash(changed) },
        }
        const proof = rootsOf(changed, consistencySpans(older, newer))
        expect(isConsistent(sha256, { ...trees, proof })).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})
