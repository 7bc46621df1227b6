import type { Wanted } from '../../src/platform/records/wanted.ts'

/** Whether a search entry of these hashes has what is wanted, as the database sees it. */
export function hasWanted(hashes: readonly number[], { all, any }: Wanted): boolean {
  const there = new Set(hashes)
  return all.every((hash) => there.has(hash)) && (any.length === 0 || any.some((hash) => there.has(hash)))
}
