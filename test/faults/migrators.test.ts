import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findMigrations } from '../../src/platform/migration-files.ts'
import { type OpenPostgres, openPostgres } from '../../src/platform/postgres/open.ts'
import { cleanUp, openFolder, runLuodi } from '../runtime/program.ts'

const kills = process.env.LUODI_LONG === '1' ? 12 : 3
let dataFolder = ''
let postgres: OpenPostgres | undefined

beforeEach(async () => {
  dataFolder = await openFolder()
  postgres = await openPostgres({ dataFolder })
}, 120_000)

afterEach(async () => {
  await postgres?.stop()
  await cleanUp(dataFolder)
})

const all = findMigrations().map(({ name }) => name)

function migrator(url: string) {
  return runLuodi(['migrate'], { env: { DATABASE_URL: url, LUODI_DATA: dataFolder } })
}

async function applied(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(`select to_regclass('platform.migrations') is not null as there`)
    if (!rows[0]?.there) return []
    return (await client.query('select name from platform.migrations')).rows.map(({ name }) => name).sort()
  } finally {
    await client.end()
  }
}

test(`a migration that is killed ${kills} times midway leaves whole steps only; two that then start at once finish it together`, async () => {
  const url = postgres?.ownerUrl ?? ''
  let cut = 0
  for (let i = 0; i < kills; i++) {
    const before = (await applied(url)).length
    const program = migrator(url)
    const goal = Math.min(all.length - 1, before + 5)
    while (program.child.exitCode === null && (await applied(url)).length < goal) await sleep(20)
    program.child.kill('SIGKILL')
    await program.ended
    const now = await applied(url)
    if (now.length < all.length) cut++
    expect(now).toEqual(all.toSorted().filter((name) => now.includes(name)))
  }
  expect(cut).toBeGreaterThan(0)
  const left = all.length - (await applied(url)).length
  const both = [migrator(url), migrator(url)]
  const codes = await Promise.all(both.map(({ ended }) => ended))
  expect(codes, both.map(({ stderr }) => stderr()).join()).toEqual([0, 0])
  const told = both.map(({ stdout }) => stdout().trim().split('\n').filter(Boolean))
  expect(told.flat()).toHaveLength(left)
  expect(told.some((names) => names.length === 0)).toBe(true)
  expect(await applied(url)).toEqual(all.toSorted())
}, 300_000)
