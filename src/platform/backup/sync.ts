import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Brings everything that was written below a folder to its disk: at once, since a call for each of thousands of files takes a minute. */
export async function syncFolder(folder: string): Promise<void> {
  await run('sync', ['-f', folder]).catch(() => run('sync', []))
}
