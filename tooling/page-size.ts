import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Upper bounds in kB of gzipped script that a page loads before it can be used, by the file of its route. */
const limits = {
  'zones/web/routes/index.tsx': 250,
  'plans/web/routes/guide.tsx': 250,
  'matters/web/routes/matters.index.tsx': 450,
  'src/web/routes/records.$kind.tsx': 450,
  // The page and MapLibre, which it asks for at once.
  'modules/map/web/': 700,
}

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

/** Files that these chunks load at once, each once; lazy parts are not counted. */
function filesOf(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(chunk.file)) continue
    seen.add(chunk.file)
    filesOf(manifest, chunk.imports ?? [], seen)
  }
  return seen
}

export interface PageSize {
  readonly route: string
  readonly kilobytes: number
  readonly limit: number
}

/** Script that each page of the built pages in `folder` loads at its start, gzipped. */
export function measurePages(folder: string): readonly PageSize[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  return Object.entries(limits).map(([route, limit]) => {
    const parts = Object.keys(manifest).filter((key) => key.includes(route))
    if (parts.length === 0) throw new Error(`The build has no chunk of ${route}.`)
    const files = filesOf(manifest, ['index.html', ...parts])
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
    return { route, kilobytes: bytes / 1000, limit }
  })
}
