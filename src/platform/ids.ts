import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../kernel/ids.ts'

/** A new uuidv7 of the given moment: rows of one day lie together. */
export function newId(now: Date): string {
  return uuidv7(now.getTime(), randomBytes(16))
}
