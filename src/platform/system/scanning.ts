import type { Scanner } from '../files/scanner.ts'

let scanner: Scanner | null = null

/** Said once by the server that starts: who looks through uploads, if anybody. */
export function scanWith(chosen: Scanner | null): void {
  scanner = chosen
}

/** `none`: nobody looks through uploads. `silent`: they are all refused. */
export async function scanningNow(): Promise<'none' | 'answers' | 'silent'> {
  if (scanner === null) return 'none'
  return (await scanner.answers()) ? 'answers' : 'silent'
}
