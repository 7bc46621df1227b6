import { ensureInstalled } from './install.mjs'
import { ensurePages } from './pages.mjs'
import { runBuilt } from './program.mjs'

/** `npm start`: everything that a fresh clone lacks, then the server until it is told to stop. */
export async function run(args) {
  await ensureInstalled()
  await ensurePages()
  return runBuilt(['start', ...args], { watched: true })
}
