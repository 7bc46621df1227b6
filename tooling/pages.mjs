import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { unlessDone } from './lock.mjs'
import { root, runTool } from './processes.mjs'
import { stampOf } from './stamp.mjs'

const pages = join(root, 'dist', 'web')
const sources = [
  'index.html',
  'vite.config.ts',
  'public',
  'src',
  // The guide's questions are a part of its page.
  'data/catalogue/questions.json',
  'tooling/routes.ts',
  'tooling/pages.mjs',
  'package.json',
  'package-lock.json',
]

/** What the server alone reads, tests and generated files do not make pages stale. */
const isSource = (path) => !/\/server\/|^src\/(platform|cli)\/|\.test\.tsx?$|\.gen\.ts$/.test(path)
const stamp = stampOf(join(root, 'dist', 'web.stamp'), sources, isSource)

/** Builds the pages into dist/web when one of their sources has changed. */
export function ensurePages() {
  return unlessDone('pages', isBuilt, build)
}

function isBuilt() {
  return existsSync(join(pages, 'index.html')) && stamp.isCurrent()
}

/** Built beside and renamed, so that a server that runs meanwhile never serves half of it. */
async function build() {
  process.stderr.write('Building the pages …\n')
  const done = stamp.take()
  const draft = join(root, 'dist', 'web.new')
  const args = ['build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'error']
  const code = await runTool('vite/bin/vite.js', args, { quiet: true })
  if (code !== 0)
    throw Object.assign(new Error('The pages could not be built; the message is above.'), { exitCode: code })
  compressBeside(join(draft, 'assets'))
  mkdirSync(join(root, 'dist'), { recursive: true })
  rmSync(pages, { recursive: true, force: true })
  renameSync(draft, pages)
  done()
}

const leastBytes = 1024
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Each script and style sheet beside itself as Brotli and as gzip, so that the server does not compress sixty files for each new visitor. */
function compressBeside(folder) {
  for (const name of readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))) {
    const text = readFileSync(join(folder, name))
    if (text.length < leastBytes) continue
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text, brotli))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }))
  }
}
