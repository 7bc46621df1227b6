import { randomBytes, randomFillSync } from 'node:crypto'

/** Randomness for many is fetched at once: asked for each, it costs more than what is done with it. */
const pool = Buffer.alloc(4096)
let used = pool.length

/** Random bytes, each given out once; what has been given out is not kept here. */
export function someRandom(count: number): Buffer {
  if (count > pool.length) return randomBytes(count)
  if (used + count > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const given = Buffer.from(pool.subarray(used, used + count))
  pool.fill(0, used, used + count)
  used += count
  return given
}
