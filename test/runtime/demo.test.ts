import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
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

test('a first start that is stopped and killed while it builds the demo is ended by the next one; the one after builds nothing', {
  timeout: 3 * patience,
}, async () => {
  for (const [signal, end] of [
    ['SIGTERM', 0],
    ['SIGKILL', 'SIGKILL'],
  ] as const) {
    const program = start()
    await until(() => building(program), patience)
    await sleep(700)
    expect(await stop(program, signal)).toBe(end)
    expect(program.stdout()).toBe('')
  }
  const first = start()
  const printed = await served(first)
  expect(building(first)).toBe(true)
  expect(printed).toMatch(/^Demo accounts: .*officer.*luodi-demo|^Demo accounts: .*luodi-demo.*officer/m)
  expect(await stop(first, 'SIGTERM')).toBe(0)
  const seed = await within(dataFolder, ['seed', '--json'])
  expect(seed.code, seed.stderr).toBe(0)
  const zones: { new: boolean; acts: number }[] = JSON.parse(seed.stdout)
  expect(zones.map((zone) => zone.new)).toEqual([false, false, false, false, false])
  const second = start()
  expect(await served(second)).toMatch(/^Demo accounts: /m)
  expect(building(second)).toBe(false)
  const figures = runLuodi(['figures', '--json'], { env: { LUODI_DATA: dataFolder } })
  expect(await figures.ended).toBe(0)
  const found: Figure[] = JSON.parse(figures.stdout())
  const teams = found.find(({ zone, key }) => zone === 'qixian' && key === 'teams.industry')
  expect([teams?.value, teams?.unit, teams?.rows.length]).toEqual([7, 'team', 7])
  expect(new Set(found.map(({ zone }) => zone)).size).toBe(5)
  expect(await stop(second, 'SIGTERM')).toBe(0)
  const strict = start({ LUODI_MODE: 'production' })
  expect(await strict.ended).toBe(1)
  expect(strict.stderr()).toMatch(/demo accounts/)
})
