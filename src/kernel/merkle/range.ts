import { type Hash, nodeHash } from './hash.ts'

/**
 * The right edge of a tree (RFC 6962, 2.1): the roots of its complete subtrees, the largest first; as many as `size` has one-bits.
 * From it leaves are appended and the root is computed without the rest of the tree.
 */
export interface Edge {
  readonly size: number
  readonly roots: readonly Uint8Array[]
}

export const emptyEdge: Edge = { size: 0, roots: [] }

/** The edge after one more leaf. */
export function append(hash: Hash, { size, roots }: Edge, leaf: Uint8Array): Edge {
  const grown = [...roots]
  let node = leaf
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    node = nodeHash(hash, grown.pop() ?? node, node)
  }
  grown.push(node)
  return { size: size + 1, roots: grown }
}

/** The root of the tree; of an empty one the hash of nothing. */
export function rootOf(hash: Hash, { roots }: Edge): Uint8Array {
  const last = roots.at(-1)
  if (last === undefined) return hash()
  return roots.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), last)
}
