import { cpSync, existsSync, globSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { alone } from './lock.mjs'
import { anyNode, root, runProgram } from './processes.mjs'
import { stampOf } from './stamp.mjs'

const folder = join(root, 'dist', 'program')
const main = join(folder, 'main.mjs')
const sources = ['src', 'tooling/program.mjs', 'package.json', 'package-lock.json']
const isSource = (path) => /\.(ts|mjs|json)$/.test(path) && !/\/web\/|\.test\.ts$|\.gen\.ts$/.test(path)
const stamp = stampOf(join(root, 'dist', 'program.stamp'), sources, isSource)

/** Files that the program finds by their place. Each is offered under its path: those of a list as one part, verbs one by one, as they are wanted. */
const lists = { modules: 'src/modules/*/server/index.ts', demo: 'src/cli/demo/parts/*.ts' }
const verbs = 'src/cli/verbs/*.ts'

/** Packages of very many small modules, which are read faster as a part of ours. */
const taken = ['kysely', 'zod']

/**
 * Runs `src/cli/main.ts` as it was built into dist/program: the same sources, types stripped and joined into some hundred files instead of 1,500, which
 * halves what a start reads. Builds it first when a source has changed.
 */
export async function runBuilt(args, options = {}) {
  await ensureProgram()
  return runProgram(anyNode(), [main, ...args], options)
}

/** Builds the server and the command line into dist/program when one of their sources has changed. */
export async function ensureProgram() {
  if (isBuilt()) return
  await alone('program', async () => {
    if (!isBuilt()) await build()
  })
}

function isBuilt() {
  return existsSync(main) && stamp.isCurrent()
}

/** Built beside and renamed, as the pages are. */
async function build() {
  process.stderr.write('Building the program …\n')
  const done = stamp.take()
  const draft = `${folder}.new`
  const { build: bundle } = await import('vite')
  await bundle({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [offers(), places()],
    ssr: { external: true, noExternal: taken },
    build: {
      ssr: true,
      outDir: draft,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: { main: entry },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', sourcemapExcludeSources: true },
      },
    },
  })
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

const entry = 'luodi:program'

/** Writes the entry, which offers the parts before anything else of the program is there, and a module for each list. */
function offers() {
  const written = {
    [entry]: writeEntry,
    ...Object.fromEntries(Object.keys(lists).map((name) => [`luodi:${name}`, () => writeList(name)])),
  }
  return {
    name: 'luodi-offers',
    resolveId: (id) => (Object.hasOwn(written, id) ? `\0${id}` : null),
    load: (id) => (id.startsWith('\0luodi:') ? written[id.slice(1)]() : null),
  }
}

const text = JSON.stringify
const at = (path) => text(join(root, path))
const found = (pattern) =>
  globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isSource)
    .sort()

function writeEntry() {
  const offered = [
    ...found(verbs).map((path) => `${text(path)}: () => import(${at(path)}),`),
    ...Object.entries(lists).flatMap(([name, pattern]) =>
      found(pattern).map((path) => `${text(path)}: async () => (await import('luodi:${name}')).all[${text(path)}],`),
    ),
  ]
  return [
    `import { offerSources } from ${at('src/platform/load-source.ts')}`,
    // A fault tells the line of the source.
    'process.setSourceMapsEnabled(true)',
    `offerSources(import.meta.dirname + '/../..', {\n${offered.join('\n')}\n})`,
    `await import(${at('src/cli/main.ts')})`,
  ].join('\n')
}

function writeList(name) {
  const paths = found(lists[name])
  return [
    ...paths.map((path, i) => `import * as part${i} from ${at(path)}`),
    `export const all = { ${paths.map((path, i) => `${text(path)}: part${i}`).join(', ')} }`,
  ].join('\n')
}

/** All of the built program lies in dist/program: what a source says of its own place (a folder of data, the file of a thread) is said from there. */
function places() {
  return {
    name: 'luodi-places',
    transform(code, id) {
      if (!code.includes('import.meta') || !id.startsWith(join(root, 'src'))) return null
      const path = relative(folder, id).replaceAll('\\', '/')
      const moved = code
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${text(`/${dirname(path)}`)})`)
        .replaceAll('import.meta.url', `new URL(${text(path)}, import.meta.url).href`)
      const other = /import\.meta\.(?!dirname|url\b)\w*/.exec(moved)
      if (other)
        this.error(`${id}: ${other[0]} is not known to the built program; use import.meta.dirname or import.meta.url.`)
      return { code: moved, map: null }
    },
  }
}
