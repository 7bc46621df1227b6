import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unlessDone } from './lock.mjs'
import { anyNode, root, runProgram, runScript } from './processes.mjs'
import { stampOf } from './stamp.mjs'

const folder = join(root, 'dist', 'program')
const main = join(folder, 'main.mjs')
const sources = ['src', 'tooling/build-program.ts', 'package.json', 'package-lock.json']
const isSource = (path) => /\.(ts|mjs|json)$/.test(path) && !/\/web\/|\.test\.ts$|\.gen\.ts$/.test(path)
const stamp = stampOf(join(root, 'dist', 'program.stamp'), sources, isSource)

/**
 * Runs `src/cli/main.ts` as it was built into dist/program: the same sources, types stripped and joined into some 130 files, so that a
 * start need not read 1,900. Builds it first when a source has changed.
 */
export async function runBuilt(args, options = {}) {
  await ensureProgram()
  return runProgram(anyNode(), [main, ...args], options)
}

/** Builds the server and the command line into dist/program when one of their sources has changed. */
export function ensureProgram() {
  return unlessDone('program', isBuilt, build)
}

function isBuilt() {
  return existsSync(main) && stamp.isCurrent()
}

/** Built beside and renamed, as the pages are, and with the project's own Node: the one that runs this may be older. */
async function build() {
  process.stderr.write('Building the program …\n')
  const done = stamp.take()
  const draft = `${folder}.new`
  const code = await runScript('tooling/build-program.ts', [draft], { quiet: true })
  if (code !== 0)
    throw Object.assign(new Error('The program could not be built; the message is above.'), { exitCode: code })
  keepEarlier(draft)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  done()
}

/** A program that runs while the next one is built loads some of its files only at first use: they stay for a week. Their names tell what is in them. */
function keepEarlier(draft) {
  const since = Date.now() - 7 * 24 * 3_600_000
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const earlier = join(folder, name)
    if (name.endsWith('.mjs') && !existsSync(join(draft, name)) && statSync(earlier).mtimeMs > since) {
      cpSync(earlier, join(draft, name), { preserveTimestamps: true })
    }
  }
}
