import { randomFillSync, randomInt } from 'node:crypto'
import { uuidv7 } from '../kernel/ids.ts'

const sequences = 0x1000
let lastMs = 0
let sequence = 0

/** Randomness for many ids is fetched at once: asked for each, it costs more than all the rest. None is used twice. */
const pool = Buffer.alloc(16 * 512)
let used = pool.length

function someRandom(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

/**
 * A new uuidv7 of the given moment: rows of one day lie together. Ids that this process makes in one millisecond
 * sort as they were made (RFC 9562, 6.2 method 1: twelve bits count), so that the events of one request keep their order.
 */
export function newId(now: Date): string {
  const ms = now.getTime()
  sequence = ms === lastMs ? (sequence + 1) % sequences : randomInt(sequences / 2)
  lastMs = ms
  const random = someRandom()
  random.writeUInt16BE(sequence, 0)
  return uuidv7(ms, random)
}
