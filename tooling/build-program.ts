import { globSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build, type Plugin } from 'vite'

/** Joins the server and the command line into the folder that is given: some 130 files of some 1,900; see tooling/program.mjs, which runs this. */
const root = join(import.meta.dirname, '..')
const [folder = ''] = process.argv.slice(2)

/** Files that the program finds by their place. Each is offered under its path: those of a list as one part, verbs one by one, as they are wanted. */
const lists = { modules: 'src/modules/*/server/index.ts', demo: 'src/cli/demo/parts/*.ts' }
const verbs = 'src/cli/verbs/*.ts'

/** Packages of very many small modules, which are read faster as a part of ours. */
const taken = ['kysely', 'zod']

const entry = 'luodi:program'
const text = (value: string) => JSON.stringify(value)
const at = (path: string) => text(join(root, path))
const found = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.test.ts'))
    .sort()

function writeEntry(): string {
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

function writeList(pattern: string): string {
  const paths = found(pattern)
  return [
    ...paths.map((path, i) => `import * as part${i} from ${at(path)}`),
    `export const all = { ${paths.map((path, i) => `${text(path)}: part${i}`).join(', ')} }`,
  ].join('\n')
}

/** The entry, which offers the parts before anything else of the program is there, and a module for each list. */
function offers(): Plugin {
  const written = new Map<string, () => string>([
    [entry, writeEntry],
    ...Object.entries(lists).map(([name, pattern]) => [`luodi:${name}`, () => writeList(pattern)] as const),
  ])
  return {
    name: 'luodi-offers',
    resolveId: (id) => (written.has(id) ? `\0${id}` : null),
    load: (id) => (id.startsWith('\0') ? (written.get(id.slice(1))?.() ?? null) : null),
  }
}

/** All of the built program lies in dist/program: what a source says of its own place (a folder of data, the file of a thread) is said from there. */
function places(): Plugin {
  return {
    name: 'luodi-places',
    transform(code, id) {
      if (!code.includes('import.meta') || !id.startsWith(join(root, 'src'))) return null
      const path = relative(folder, id).replaceAll('\\', '/')
      const moved = code
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${text(`/${dirname(path)}`)})`)
        .replaceAll('import.meta.url', `new URL(${text(path)}, import.meta.url).href`)
      const [other] = /import\.meta\.(?!dirname|url\b)\w*/.exec(moved) ?? []
      if (other) this.error(`${id}: the built program knows no ${other}; use import.meta.dirname or import.meta.url.`)
      return { code: moved, map: null }
    },
  }
}

await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  plugins: [offers(), places()],
  ssr: { external: true, noExternal: taken },
  build: {
    ssr: true,
    outDir: folder,
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
