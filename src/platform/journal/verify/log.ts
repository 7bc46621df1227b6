import type { Algorithm } from '../seal/suite.ts'

/** A zone's journal as an auditor has it: from the database, or from an export alone. */
export interface Log {
  readonly zoneId: string
  readonly algorithm: Algorithm
  readonly keys: readonly PublicKey[]
  readonly checkpoints: readonly KeptCheckpoint[]
}

export interface PublicKey {
  readonly id: string
  readonly algorithm: Algorithm
  readonly publicKey: string
}

/** Hashes and the signature as they are stored; `size` and `root` stand in the statement again. */
export interface KeptCheckpoint {
  readonly size: number
  readonly root: string
  readonly statement: string
  /** Base64. */
  readonly signature: string
  readonly keyId: string
}

/** A leaf with its event; `head` and `body` are null when there is no such event any more. */
export interface Entry {
  readonly seq: number
  readonly id: string
  /** Hexadecimal. */
  readonly leaf: string
  readonly head: string | null
  readonly body: string | null
}

export interface Tile {
  readonly level: number
  readonly place: number
  readonly hashes: Uint8Array
  readonly root: Uint8Array
}

/** A statement about this journal that lies outside of it: in a file, in another zone's checkpoint, on paper. */
export interface OutsideStatement {
  readonly where: string
  readonly size: number
  readonly root: string
}

export const findingKinds = [
  'event_changed',
  'event_missing',
  'leaf_changed',
  'leaf_missing',
  'order_changed',
  'tile_changed',
  'tile_missing',
  'root_wrong',
  'statement_wrong',
  'signature_wrong',
  'key_unknown',
  'checkpoint_missing',
  'rewritten',
  'cut_off',
  'unsealed',
] as const

/** What does not hold, and where: the place in the order, the event, the size of the checkpoint. */
export interface Finding {
  readonly kind: (typeof findingKinds)[number]
  readonly seq: number | null
  readonly eventId: string | null
  /** In words, English. */
  readonly what: string
}
