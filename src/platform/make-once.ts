import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The text of a file of the data folder that is made once: keys, logins. Readable by its owner only. Of several nodes that start at the same
 * moment one makes it and all read the same whole text: it is written beside its place and linked there, which succeeds once.
 */
export function keptText(file: string, make: () => string): string {
  if (!existsSync(file)) makeOnce(file, make())
  return readFileSync(file, 'utf8')
}

function makeOnce(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Another node has just made it.
    if (code === 'EEXIST') return
    // A share without hard links: then the text is not whole at once, and only a first start of several nodes at one moment would notice.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS')
      writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
    else throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
