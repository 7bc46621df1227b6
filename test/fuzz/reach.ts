import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import type { ModuleDefinition } from '../../src/platform/module.ts'
import { isTest, sourceFiles } from '../shape/source.ts'

/** Where events are written: whoever calls one of these has written one. */
const journals: Readonly<Record<string, ReadonlySet<string>>> = {
  'src/platform/journal/record.ts': new Set(['record', 'recordMany', 'insertEvent']),
  'src/platform/access/events.ts': new Set(['recordEvent', 'recordAct']),
}

interface File {
  /** What is declared at the top, by name: its text. */
  readonly own: ReadonlyMap<string, string>
  /** Imported names: file and name there; `*` for a whole file. */
  readonly imported: ReadonlyMap<string, { readonly file: string; readonly name: string }>
}

const words = (text: string) => new Set(text.match(/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?/g))
const flat = (text: string) => text.replace(/\s+/g, '')

/**
 * By the name of the endpoint, whether its handler comes to a call that writes an event, function by function through the server's source.
 * Undefined where the handler's text is found nowhere. What a function merely names counts as called: this tells what surely writes none.
 */
export function reaching(modules: readonly ModuleDefinition[]): ReadonlyMap<string, boolean | undefined> {
  const sources = sourceFiles('src/modules/*/server/*', 'src/platform/*').filter(
    ({ path }) => path.endsWith('.ts') && !isTest(path),
  )
  const stripped = sources.map(({ path, text }) => ({ path, text: stripTypeScriptTypes(text) }))
  const files = new Map(
    stripped.map(({ path, text }) => [path, { own: declared(text), imported: imports(path, text) }]),
  )
  const flats = stripped.map(({ path, text }) => ({ path, text: flat(text) }))
  // Handlers of all kinds of records are of one text.
  const known = new Map<string, boolean | undefined>()
  const look = (text: string) => {
    const homes = flats.filter((one) => one.text.includes(flat(text)))
    return homes.length === 0 ? undefined : homes.some(({ path }) => writes(files, path, text))
  }
  return new Map(
    modules.flatMap(({ handlers }) =>
      handlers.map(({ endpoint, run }) => {
        const text = run.toString()
        if (!known.has(text)) known.set(text, look(text))
        return [endpoint.name, known.get(text)]
      }),
    ),
  )
}

function writes(files: ReadonlyMap<string, File>, path: string, text: string): boolean {
  const seen = new Set<string>()
  const open = [{ path, text }]
  for (let next = open.pop(); next; next = open.pop()) {
    const file = files.get(next.path)
    if (!file) continue
    for (const word of words(next.text)) {
      const to = target(file, next.path, word)
      if (!to || seen.has(`${to.file} ${to.name}`)) continue
      seen.add(`${to.file} ${to.name}`)
      if (journals[to.file]?.has(to.name)) return true
      const body = files.get(to.file)?.own.get(to.name)
      if (body !== undefined) open.push({ path: to.file, text: body })
    }
  }
  return false
}

function target({ own, imported }: File, path: string, word: string): { file: string; name: string } | undefined {
  const [first = '', second] = word.split('.')
  const from = imported.get(first)
  if (from) return from.name === '*' && second !== undefined ? { file: from.file, name: second } : from
  return own.has(first) ? { file: path, name: first } : undefined
}

/** Declarations begin at the margin and end before the next one. */
function declared(text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^(?=(?:export )?(?:default )?(?:async )?(?:function|const|class)\b)/m)
  return new Map(
    parts.flatMap((part) => {
      const name = /^(?:export )?(?:default )?(?:async )?(?:function\*?|const|class)\s+(\w+)/.exec(part)?.[1]
      return name === undefined ? [] : [[name, part]]
    }),
  )
}

const importLine = /import\s+(?:\{([^}]*)\}|\*\s+as\s+(\w+))\s*from\s*['"](\.[^'"]+)['"]/g

function imports(path: string, text: string): File['imported'] {
  const found = new Map<string, { file: string; name: string }>()
  for (const [, names, whole, from = ''] of text.matchAll(importLine)) {
    const file = join(dirname(path), from)
    if (whole !== undefined) found.set(whole, { file, name: '*' })
    for (const one of (names ?? '').split(',')) {
      const [name = '', as = name] = one.trim().split(/\s+as\s+/)
      if (name !== '') found.set(as, { file, name })
    }
  }
  return found
}
