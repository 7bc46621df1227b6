import type pg from 'pg'
import { soundsOf } from '../../src/platform/records/sounds/sounds.ts'
import { checkEqual, quantile } from '../harness.ts'
import type { Client } from './client.ts'
import { numbers } from './generate.ts'
import { cpuOfPostgres, cpuOfProcess } from './meter.ts'

interface Asked {
  readonly client: Client
  readonly names: readonly string[]
  readonly postmaster: number
  readonly pid: number
}

const questions = 200
const checked = 12
const page = 200

/** What somebody types into the command menu, by the way of typing; cut from names at random. */
const ways: Readonly<Record<string, (name: string, draw: () => number) => string>> = {
  '2 signs': (name, draw) => cut([...name], 2, draw),
  '4 signs': (name, draw) => cut([...name], 4, draw),
  '3 initials': (name, draw) => cut(initials(name), 3, draw),
  '5 initials': (name, draw) => cut(initials(name), 5, draw),
  '2 syllables': (name, draw) => cut(soundsOf(name), 2, draw),
  '3 syllables, the last begun': (name, draw) => cut(soundsOf(name), 3, draw).slice(0, -1),
}

function initials(name: string): readonly string[] {
  return soundsOf(name).map((piece) => piece[0] ?? '')
}

function cut(pieces: readonly string[], length: number, draw: () => number): string {
  const from = Math.floor(draw() * (pieces.length - length + 1))
  return pieces.slice(from, from + length).join('')
}

function asked(names: readonly string[], way: string, seed: number): readonly string[] {
  const draw = numbers(seed)
  return Array.from(
    { length: questions },
    () => ways[way]?.(names[Math.floor(draw() * names.length)] ?? '', draw) ?? '',
  )
}

/** The command menu over every kind, one question after the other; the goal is p50 ≤ 50 ms. */
export async function timeMenu({ client, names, postmaster, pid }: Asked): Promise<void> {
  const table: Record<string, Record<string, number>> = {}
  for (const way of Object.keys(ways)) {
    const walls: number[] = []
    const cpuBefore = cpuOfPostgres(postmaster) + cpuOfProcess(pid)
    for (const q of asked(names, way, 3)) {
      const before = performance.now()
      await client.get({ method: 'GET', path: `/api/zones/linyi/find?${new URLSearchParams({ q })}` })
      walls.push(performance.now() - before)
    }
    const cpu = (cpuOfPostgres(postmaster) + cpuOfProcess(pid) - cpuBefore) / 1000 / questions
    const ms = (q: number) => Number(quantile(walls, q).toFixed(1))
    table[way] = { 'p50 ms': ms(0.5), 'p99 ms': ms(0.99), 'most ms': ms(1), 'CPU ms each': Number(cpu.toFixed(2)) }
  }
  process.stdout.write(`Command menu over ${names.length} names, every kind asked; goal p50 ≤ 50 ms\n`)
  console.table(table)
}

interface Page {
  readonly rows: readonly { readonly name: string }[]
  readonly next: string | null
}

interface Stored {
  readonly owner: pg.Client
  readonly zone: string
}

/** Initials and syllables of every name as they were kept: ` dong chuan`. */
async function storedSounds({ owner, zone }: Stored) {
  const { rows } = await owner.query<{ line: string }>(
    `select substring(search_text from '''.*$') as line from enterprises.enterprises where zone_id = $1`,
    [zone],
  )
  return rows.map(({ line }) => {
    const spaced = line.toLowerCase().replaceAll("'", ' ')
    return { line: spaced, initials: spaced.replace(/ (.)[^ ]*/g, '$1') }
  })
}

/** As many records as sound like the letters, counted over all texts without an index, are listed: to the last page. */
export async function checkSounds({ client, names, owner, zone }: Asked & Stored): Promise<void> {
  const sounds = await storedSounds({ owner, zone })
  for (const way of ['3 initials', '5 initials', '2 syllables'] as const) {
    let hits = 0
    for (const q of asked(names, way, 4).slice(0, checked)) {
      // From a syllable's beginning on, whatever syllables the letters are cut into.
      const read = new RegExp(` ${[...q].join(' ?')}`)
      const expected = sounds.filter((one) => one.initials.includes(q) || read.test(one.line)).length
      if (expected > 3_000) continue
      checkEqual(`search for ${q}`, await countOf(client, q), expected)
      hits += expected
    }
    process.stdout.write(`${way}: as many as the names say, ${hits} hits: recall 100 %\n`)
  }
}

async function countOf(client: Client, q: string): Promise<number> {
  let [count, after] = [0, '']
  do {
    const query = new URLSearchParams({ q, limit: String(page), ...(after !== '' && { after }) })
    const read = (await client.get({ method: 'GET', path: `/api/zones/linyi/enterprises?${query}` })) as Page
    count += read.rows.length
    after = read.next ?? ''
  } while (after !== '')
  return count
}
