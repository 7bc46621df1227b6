import type { Algorithm } from './suite.ts'
import { algorithms } from './suite.ts'

/** What a checkpoint states, in lines that people and shell tools can read. */
export interface Statement {
  readonly zoneId: string
  readonly zoneCode: string
  readonly size: number
  /** Hexadecimal. */
  readonly root: string
  readonly algorithm: Algorithm
  /** ISO 8601, UTC. */
  readonly at: string
  /** The newest checkpoint of another zone of the installation: neither journal can be rewritten without the other. */
  readonly witness: Witness | null
}

export interface Witness {
  readonly zoneId: string
  readonly size: number
  readonly root: string
}

const head = 'luodi-journal/1'

/** The text that is signed, to the byte: every line ends with one line feed. */
export function statementText({ zoneId, zoneCode, size, root, algorithm, at, witness }: Statement): string {
  const lines = [head, `zone ${zoneId} ${zoneCode}`, `size ${size}`, `root ${root}`, `hash ${algorithm}`, `at ${at}`]
  if (witness) lines.push(`witness ${witness.zoneId} ${witness.size} ${witness.root}`)
  return `${lines.join('\n')}\n`
}

const shape =
  /^luodi-journal\/1\nzone ([0-9a-f-]{36}) (\S+)\nsize (\d{1,15})\nroot ([0-9a-f]{64})\nhash (\S+)\nat (\S+)\n(?:witness ([0-9a-f-]{36}) (\d{1,15}) ([0-9a-f]{64})\n)?$/

/** Reads a statement; null when it is none. */
export function readStatement(text: string): Statement | null {
  const [, zoneId, zoneCode, size, root, named, at, otherZone, otherSize, otherRoot] = shape.exec(text) ?? []
  const algorithm = algorithms.find((known) => known === named)
  if (!zoneId || !zoneCode || !root || !at || !algorithm) return null
  const witness = otherZone && otherRoot ? { zoneId: otherZone, size: Number(otherSize), root: otherRoot } : null
  return { zoneId, zoneCode, size: Number(size), root, algorithm, at, witness }
}
