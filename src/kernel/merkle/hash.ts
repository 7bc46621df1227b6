/** 32 bytes over the parts one after another: SHA-256 or SM3. An argument, since the kernel knows no library of hashes. */
export type Hash = (...parts: readonly Uint8Array[]) => Uint8Array

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** RFC 6962, 2.1: a leaf and an inner node never hash the same. */
export function leafHash(hash: Hash, entry: Uint8Array): Uint8Array {
  return hash(leafPrefix, entry)
}

export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(nodePrefix, left, right)
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
