import { Problem } from '../kernel/problem.ts'

const triesOfABusyServer = 3
/** Nobody waits longer before an empty page: whoever is told to wait for a minute reads so at once. */
const longestPauseSeconds = 10

/** Whether a page asks once more for what it could not read: of a busy server some times, of one that has refused never, else once. */
export function asksAgain(failures: number, error: unknown): boolean {
  const seconds = secondsGiven(error)
  if (seconds !== undefined) return seconds <= longestPauseSeconds && failures < triesOfABusyServer
  const refused = error instanceof Problem && error.kind !== 'internal'
  return !refused && failures < 1
}

/** Milliseconds until then: as long as the server said. */
export function pauseBefore(failures: number, error: unknown): number {
  return 1_000 * (secondsGiven(error) ?? 2 ** failures)
}

function secondsGiven(error: unknown): number | undefined {
  const given = error instanceof Problem ? error.details.retryAfterSeconds : undefined
  return error instanceof Problem && error.kind === 'internal' && typeof given === 'number' ? given : undefined
}
