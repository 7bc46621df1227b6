import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A disk of the test's own (tmpfs) that can really become full; null where this user may mount none. */
export interface SmallDisk {
  /** Takes all that is free, to the last block. */
  readonly fill: () => void
  readonly free: () => void
  readonly unmount: () => void
}

const asRoot = (command: string, args: readonly string[]) => {
  const root = process.getuid?.() === 0
  execFileSync(root ? command : 'sudo', root ? args : ['-n', command, ...args], { stdio: 'ignore' })
}

export function smallDisk(folder: string, megabytes: number): SmallDisk | null {
  try {
    asRoot('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'luodi-test', folder])
  } catch {
    return null
  }
  const ballast = join(folder, 'ballast')
  return {
    fill: () => fillUp(folder, ballast),
    free: () => rmSync(ballast, { force: true }),
    unmount: () => asRoot('umount', ['-l', folder]),
  }
}

function fillUp(folder: string, ballast: string): void {
  const file = openSync(ballast, 'a')
  const block = Buffer.alloc(64 * 1024)
  try {
    for (;;) writeSync(file, block)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
  chmodSync(ballast, 0o600)
  if (statfsSync(folder).bavail > 16) fillUp(folder, ballast)
}
