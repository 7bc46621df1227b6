import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './processes.mjs'

/** One hash over names and contents of files and folders (contents, not times: a checkout changes times). */
export function digest(paths, wanted = () => true) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow).filter(wanted)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** A path itself, or every file below it, in the order of their names. */
export function filesBelow(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return entriesBelow(full, path)
}

/** Folders tell what their entries are: no question for each. */
function entriesBelow(full, path) {
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = `${path}/${entry.name}`
      if (entry.isSymbolicLink()) return filesBelow(below)
      return entry.isDirectory() ? entriesBelow(join(full, entry.name), below) : [below]
    })
}
