import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Upper bounds in kB of gzipped script that a page loads before it can be used, by the file of its route. */
const limits = {
  'zones/web/routes/index.tsx': 250,
  'plans/web/routes/guide.tsx': 250,
  'matters/web/routes/matters.index.tsx': 450,
  'src/web/routes/records.$kind.tsx': 450,
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

/** Measures the built pages and exits with 1 when one is above its limit. */
const folder = join(import.meta.dirname, '..', process.argv[2] ?? 'dist/web')
const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
for (const [route, limit] of Object.entries(limits)) {
  const parts = Object.keys(manifest).filter((key) => key.includes(route))
  if (parts.length === 0) throw new Error(`The build has no chunk of ${route}.`)
  const files = filesOf(manifest, ['index.html', ...parts])
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
  process.stdout.write(`${route}: ${(bytes / 1000).toFixed(1)} kB of ${limit}\n`)
  if (bytes > limit * 1000) process.exitCode = 1
}
