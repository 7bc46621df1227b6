import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installInto } from './installed.ts'
import { cleanUp, openFolder, type Program, runLuodi, startServer, until } from './program.ts'
import { within } from './within.ts'

interface Figure {
  readonly zone: string
  readonly key: string
  readonly value: number | null
  readonly unit: string
  readonly rows: readonly unknown[]
}

let dataFolder = ''
const programs: Program[] = []
/** A first start on a busy machine. */
const patience = 600_000

beforeEach(async () => {
  dataFolder = await openFolder()
})

afterEach(async () => {
  for (const { child } of programs.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await cleanUp(dataFolder)
})

function start(env: Record<string, string> = {}): Program {
  const program = startServer(dataFolder, { LUODI_EMPTY: '', ...env })
  programs.push(program)
  return program
}

const building = (program: Program) => program.stderr().includes('Building the demo zones')

/** Waits for the last line that a start prints, which may come in a piece of its own. */
async function served(program: Program): Promise<string> {
  await until(() => /^Demo accounts: .*\n/m.test(program.stdout()) || program.child.exitCode !== null, patience)
  return program.stdout()
}

async function stop(program: Program, signal: NodeJS.Signals) {
  program.child.kill(signal)
  return program.ended
}

const all = readdirSync(join(import.meta.dirname, '..', '..', 'data', 'demo', 'zones'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => basename(name, '.json'))
  .sort()
const day = Math.floor(Date.now() / 86_400_000)
/**
 * The demo as of today. In short that of one zone, every day another one's: test/demo builds those of all zones, for a day of its own. With
 * LUODI_LONG=1 that of all zones for today.
 */
const built = process.env.LUODI_LONG === '1' ? all : [all[day % all.length] ?? '']

test('a first start that is stopped and killed while it builds the demo is ended by the next one; the one after builds nothing', {
  timeout: 3 * patience,
}, async () => {
  for (const [signal, end] of [
    ['SIGTERM', 0],
    ['SIGKILL', 'SIGKILL'],
  ] as const) {
    const program = start({ LUODI_DEMO: built.join(',') })
    await until(() => building(program) || program.child.exitCode !== null, patience)
    expect(program.stderr()).toContain('Building the demo zones')
    await sleep(700)
    expect(await stop(program, signal)).toBe(end)
    expect(program.stdout()).toBe('')
  }
  const first = start()
  const printed = await served(first)
  expect(building(first)).toBe(true)
  expect(printed).toMatch(/^Demo accounts: .*officer.*luodi-demo|^Demo accounts: .*luodi-demo.*officer/m)
  expect(printed).toMatch(new RegExp(`zones: ${built.join(', ')}$`, 'm'))
  expect(await stop(first, 'SIGTERM')).toBe(0)
  for (const zone of built) {
    const seed = await within(dataFolder, ['seed', '--zone', zone, '--json'])
    expect(seed.code, seed.stderr).toBe(0)
    expect(JSON.parse(seed.stdout)).toMatchObject([{ zone, new: false }])
  }
  const second = start()
  expect(await served(second)).toMatch(/^Demo accounts: /m)
  expect(building(second)).toBe(false)
  const figures = runLuodi(['figures', '--json'], { env: { LUODI_DATA: dataFolder } })
  expect(await figures.ended).toBe(0)
  const found: Figure[] = JSON.parse(figures.stdout())
  expect(new Set(found.map(({ zone }) => zone))).toEqual(new Set(all))
  for (const zone of built) {
    const signed = found.find((one) => one.zone === zone && one.key === 'projects.signed.count')
    expect(signed?.value, zone).toBeGreaterThan(0)
    expect(signed?.rows, zone).toHaveLength(signed?.value ?? 0)
  }
  expect(await stop(second, 'SIGTERM')).toBe(0)
  const strict = start({ LUODI_MODE: 'production' })
  expect(await strict.ended).toBe(1)
  expect(strict.stderr()).toMatch(/demo accounts/)
})

test('a demo of a zone that has none is refused in one sentence, and nothing is built', async () => {
  await installInto(dataFolder)
  const program = start({ LUODI_DEMO: 'nowhere' })
  expect(await program.ended).toBe(1)
  expect(program.stderr()).toMatch(/^There is no demo of "nowhere"; there are: .*qixian.*\n$/m)
  expect(program.stderr()).not.toContain('Building')
  expect(program.stdout()).toBe('')
})
