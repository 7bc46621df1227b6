import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest, filesBelow } from './digest.mjs'
import { root } from './processes.mjs'

/**
 * What was built, and of what. A stamp has two lines: the digest of the sources' contents, which decides (a checkout changes times and nothing else),
 * and one of their sizes and times, which is asked first because it reads no file: every start asks.
 */
export function stampOf(file, sources, wanted) {
  const contents = () => digest(sources, wanted)
  const looks = () => lookOf(sources, wanted)
  return {
    isCurrent: () => {
      const [kept, look] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
      if (kept === undefined) return false
      const now = looks()
      if (look === now) return true
      if (kept !== contents()) return false
      writeFileSync(file, `${kept}\n${now}`)
      return true
    },
    /** Taken before the build and written after it: sources that changed meanwhile make the next start build again. */
    take: () => {
      const taken = `${contents()}\n${looks()}`
      return () => writeFileSync(file, taken)
    },
  }
}

function lookOf(sources, wanted) {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesBelow).filter(wanted)) {
    const { size, mtimeNs, ctimeNs } = statSync(join(root, path), { bigint: true })
    hash.update(`${path}\0${size}\0${mtimeNs}\0${ctimeNs}\0`)
  }
  return hash.digest('hex')
}
