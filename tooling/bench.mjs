import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root, runScript } from './processes.mjs'

/** `npm run bench [-- name…]`: the measured comparisons, one file each in bench/, all of them or those named. */
export async function run(names) {
  const folder = join(root, 'bench')
  const known = readdirSync(folder).flatMap((file) =>
    file.endsWith('.bench.ts') ? [file.slice(0, -'.bench.ts'.length)] : [],
  )
  for (const name of names) {
    if (!known.includes(name)) throw new Error(`No comparison "${name}" in bench/: choose of ${known.join(', ')}.`)
  }
  await ensureInstalled()
  let worst = 0
  for (const name of names.length > 0 ? names : known) {
    const file = join('bench', `${name}.bench.ts`)
    if (existsSync(join(root, file))) worst = Math.max(worst, await runScript(file))
  }
  return worst
}
