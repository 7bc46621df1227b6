import { type Hash, nodeHash } from '../../../kernel/merkle/hash.ts'
import { consistencySpans, inclusionSpans, type Span } from '../../../kernel/merkle/proof.ts'
import type { Database } from '../../module.ts'
import { nodesOf, rootOver, tileWidth } from './tiles.ts'

/** A zone's tree as the database keeps it. */
export interface Tree {
  readonly db: Database
  readonly zoneId: string
  readonly hash: Hash
}

export async function inclusionProof(tree: Tree, index: number, size: number): Promise<readonly Uint8Array[]> {
  return rootsOf(tree, inclusionSpans(index, size))
}

export async function consistencyProof(tree: Tree, older: number, newer: number): Promise<readonly Uint8Array[]> {
  return older === newer ? [] : rootsOf(tree, consistencySpans(older, newer))
}

async function rootsOf(tree: Tree, spans: readonly Span[]): Promise<readonly Uint8Array[]> {
  const roots: Uint8Array[] = []
  for (const span of spans) roots.push(await spanRoot(tree, span))
  return roots
}

async function spanRoot(tree: Tree, { from, to }: Span): Promise<Uint8Array> {
  const size = to - from
  let half = 1
  while (half * 2 < size) half *= 2
  if (size === 1 || half * 2 === size) return completeRoot(tree, from, size)
  const middle = from + half
  return nodeHash(tree.hash, await completeRoot(tree, from, half), await spanRoot(tree, { from: middle, to }))
}

/** Of a complete subtree: from the highest level of tiles that holds its nodes, at most 128 of them. */
async function completeRoot({ db, zoneId, hash }: Tree, from: number, size: number): Promise<Uint8Array> {
  let level = 0
  let width = 1
  while (width * tileWidth <= size) {
    width *= tileWidth
    level++
  }
  return rootOver(hash, await nodesOf(db, { zoneId, level, from: from / width, count: size / width }))
}
