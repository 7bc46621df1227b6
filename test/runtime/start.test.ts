import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installInto } from './installed.ts'
import {
  cleanUp,
  isAlive,
  openFolder,
  type Program,
  postmasterPid,
  ready,
  run,
  startServer,
  temporaryFolder,
  until,
} from './program.ts'
import { within } from './within.ts'

let dataFolder = ''
const programs: Program[] = []

function started(program: Program): Program {
  programs.push(program)
  return program
}

beforeEach(async () => {
  dataFolder = await openFolder()
})

afterEach(async () => {
  for (const { child } of programs.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await cleanUp(dataFolder)
})

/** Asks it to stop: it and its PostgreSQL have ended within five seconds, and all that it has ever printed is that it was ready. */
async function expectCleanStop(program: Program, signal: NodeJS.Signals, address: string): Promise<void> {
  const postmaster = postmasterPid(dataFolder) ?? 0
  expect(isAlive(postmaster)).toBe(true)
  const asked = Date.now()
  program.child.kill(signal)
  expect(await program.ended).toBe(0)
  expect(Date.now() - asked).toBeLessThan(5_000)
  expect(isAlive(postmaster)).toBe(false)
  expect(program.stdout()).toBe(`Luodi is ready at ${address}\n`)
}

const health = async (address: string) => (await fetch(`${address}/healthz`)).status

describe('a start', () => {
  test('after kill -9 adopts the PostgreSQL that was left running, and stops it', async () => {
    await installInto(dataFolder)
    const first = started(startServer(dataFolder))
    await ready(first)
    const postmaster = postmasterPid(dataFolder) ?? 0
    first.child.kill('SIGKILL')
    await first.ended
    expect(isAlive(postmaster)).toBe(true)
    const second = started(startServer(dataFolder))
    const address = await ready(second)
    expect(postmasterPid(dataFolder)).toBe(postmaster)
    expect(await health(address)).toBe(200)
    await expectCleanStop(second, 'SIGINT', address)
  })

  test('of two first starts at once on one data folder exactly one serves, and SIGTERM leaves nothing running', async () => {
    const both = [started(startServer(dataFolder)), started(startServer(dataFolder))]
    const first = await Promise.race(both.map((program) => program.ended.then(() => program)))
    expect(first.stderr()).toMatch(/^Another Luodi is running on the data folder .*\n$/)
    const other = both.find((program) => program !== first) as Program
    const address = await ready(other)
    expect(await health(address)).toBe(200)
    await expectCleanStop(other, 'SIGTERM', address)
  })

  test('that is stopped while it is still opening the database leaves nothing running', async () => {
    const program = started(startServer(dataFolder))
    await until(() => postmasterPid(dataFolder) !== null)
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(postmasterPid(dataFolder)).toBeNull()
  })

  test('keeps another one off its data folder, starts its PostgreSQL again within five seconds of a kill, and stops as cleanly as ever', async () => {
    await installInto(dataFolder)
    const program = started(startServer(dataFolder))
    const address = await ready(program)
    expect(await health(address)).toBe(200)
    const refused = started(startServer(dataFolder))
    expect(await refused.ended).toBe(1)
    expect(refused.stdout()).toBe('')
    expect(refused.stderr()).toMatch(/^Another Luodi is running on the data folder .*\n$/)
    expect(await health(address)).toBe(200)
    for (let round = 0; round < 2; round++) {
      const killed = postmasterPid(dataFolder) ?? 0
      process.kill(killed, 'SIGKILL')
      const since = Date.now()
      await until(() => ![killed, null].includes(postmasterPid(dataFolder)), 10_000)
      await expect.poll(() => health(address), { timeout: 10_000 }).toBe(200)
      expect(Date.now() - since).toBeLessThan(5_000)
    }
    await expectCleanStop(program, 'SIGTERM', address)
  })

  test('through the set-up script with --empty builds nothing, and ends with the script even when that is killed', async () => {
    await installInto(dataFolder)
    const program = started(
      run('tooling/run.mjs', ['start', '--empty'], { env: { LUODI_DATA: dataFolder, PORT: '0' } }),
    )
    const address = await ready(program)
    const figures = await within(dataFolder, ['figures', '--zone', 'linyi', '--json'])
    expect(figures, figures.stderr).toMatchObject({ code: 0 })
    const found: { rows: readonly unknown[] }[] = JSON.parse(figures.stdout)
    expect(found.length).toBeGreaterThan(10)
    expect(found.flatMap(({ rows }) => rows)).toEqual([])
    expect(program.stdout()).toBe(`Luodi is ready at ${address}\n`)
    expect(program.stderr()).not.toContain('Building the demo zones')
    const postmaster = postmasterPid(dataFolder) ?? 0
    program.child.kill('SIGKILL')
    await until(() => !isAlive(postmaster))
  })
})

describe('a start below a folder that is closed to others', () => {
  test.runIf(process.getuid?.() === 0)(
    'as root keeps the cluster where PostgreSQL reaches it, and finds it again',
    async () => {
      const closed = temporaryFolder()
      const inside = join(closed, 'var')
      try {
        for (let round = 0; round < 2; round++) {
          const program = started(startServer(inside))
          await ready(program)
          program.child.kill('SIGTERM')
          expect(await program.ended).toBe(0)
        }
        expect(existsSync(join(inside, 'postgres'))).toBe(false)
      } finally {
        await cleanUp(inside)
        await cleanUp(closed)
      }
    },
  )
})

test('a database that is gone from its kept place is not replaced by an empty one', async () => {
  await writeFile(join(dataFolder, 'postgres.home'), '/nonexistent/luodi\n')
  const program = started(startServer(dataFolder))
  expect(await program.ended).toBe(1)
  expect(program.stderr()).toMatch(/^The database should be in \/nonexistent\/luodi .*\n$/)
  await rm(join(dataFolder, 'postgres.home'))
})
