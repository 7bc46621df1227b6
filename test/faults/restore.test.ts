import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/platform/database.ts'
import { openBeside } from '../../src/platform/postgres/beside.ts'
import { installInto } from '../runtime/installed.ts'
import { cleanUp, openFolder, type Program, postmasterPid, ready, startServer, until } from '../runtime/program.ts'
import { within } from '../runtime/within.ts'
import { signedInAs } from '../support/accounts.ts'
import { digestsOf, filesIn, luodi, onDatabase, stillMoment, type Written, writeOn } from './drill.ts'

/** The long form: more writing before and after, and every tenth file of the backup damaged in its turn. */
const long = process.env.LUODI_LONG === '1'
const writeMs = long ? 60_000 : 2_000
const writers = 3
/** How much younger than this a write may be that a restore to the end lacks. */
const lossMs = 10_000

const script = join(import.meta.dirname, '..', '..', 'docs', 'security', 'verify-journal.sh')
const folders: string[] = []
const programs: Program[] = []

async function folder(): Promise<string> {
  const made = await openFolder()
  folders.push(made)
  return made
}

let data = ''
let vault = ''
let work = ''

beforeEach(async () => {
  ;[data, vault, work] = [await folder(), await folder(), await folder()]
  await installInto(data)
})

afterEach(async () => {
  for (const { child } of programs.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  for (const one of folders.splice(0)) await cleanUp(one)
})

async function serve(dataFolder: string): Promise<{ program: Program; address: string }> {
  const program = startServer(dataFolder, { LUODI_BACKUP: vault })
  programs.push(program)
  await until(() => /is ready at/.test(program.stdout()) || program.child.exitCode !== null, 150_000)
  return { program, address: await ready(program) }
}

async function signIn(dataFolder: string): Promise<string> {
  const { ownerUrl } = await openBeside({ dataFolder })
  const db = openDatabase({ url: ownerUrl })
  try {
    return (await signedInAs(db, { zone: 'linyi', roles: ['admin', 'supervisor'] })).headers.cookie
  } finally {
    await db.destroy()
  }
}

async function writeFor(ms: number, { address, cookie }: { address: string; cookie: string }): Promise<Written[]> {
  let over = false
  const all = Promise.all(Array.from({ length: writers }, () => writeOn(address, cookie, () => over)))
  await sleep(ms)
  over = true
  return (await all).flat()
}

async function upload({ address, cookie }: { address: string; cookie: string }, text: string): Promise<void> {
  const body = new FormData()
  body.set('file', new Blob([text]), 'a.txt')
  const answer = await fetch(`${address}/api/zones/linyi/files`, { method: 'POST', headers: { cookie }, body })
  expect(answer.status).toBe(200)
}

/** The receipt of a department's making, as somebody keeps it, and the key as it was published then. */
async function receiptOf(name: string, { address, cookie }: { address: string; cookie: string }) {
  const read = async (path: string) => (await fetch(`${address}${path}`, { headers: { cookie } })).json()
  const { rows } = await read('/api/zones/linyi/journal?subjectKind=organisation.department&limit=200')
  const event = rows.find((row: { after?: { name?: string } }) => row.after?.name === name)
  await expect
    .poll(
      async () =>
        (await fetch(`${address}/api/zones/linyi/journal/${event.id}/receipt`, { headers: { cookie } })).status,
      { timeout: 15_000 },
    )
    .toBe(200)
  const [receipt, { keys }] = [
    await read(`/api/zones/linyi/journal/${event.id}/receipt`),
    await read('/api/journal/keys'),
  ]
  return { receipt, key: keys[0].publicKey as string }
}

function verified(receipt: unknown, key: string): string {
  const [file, keyFile] = [join(work, 'receipt.json'), join(work, 'key.pem')]
  writeFileSync(file, JSON.stringify(receipt))
  writeFileSync(keyFile, key)
  return execFileSync('bash', [script, file, keyFile], { encoding: 'utf8' })
}

async function namesIn(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query(`select name from organisation.departments where name like 'dept-%'`)
  return new Set(rows.map(({ name }) => name as string))
}

test(
  'a backup made while writers write leads to any moment after it, table by table, and what is damaged is refused by name',
  async () => {
    const { program, address } = await serve(data)
    const restore = (...more: string[]) => luodi(['restore', vault, ...more], { LUODI_DATA: data, LUODI_BACKUP: vault })
    const me = { address, cookie: await signIn(data) }
    await upload(me, 'before the backup')
    const during = writeFor(writeMs, me)
    await sleep(300)
    const backup = await luodi(['backup', '--keys'], { LUODI_DATA: data, LUODI_BACKUP: vault })
    expect(backup, backup.stderr).toMatchObject({ code: 0 })
    const served = await restore('--replace')
    expect(served.code).toBe(1)
    expect(served.stderr).toMatch(/stop Luodi first/)
    const written = await during
    written.push(...(await writeFor(writeMs / 2, me)))
    await upload(me, 'after the backup')
    const kept = await receiptOf(written.at(-1)?.name ?? '', me)
    const still = await onDatabase(data, stillMoment)

    // After that moment: more writing, and an accident.
    const later = await writeFor(writeMs, me)
    await onDatabase(data, (client) => client.query('drop table organisation.departments cascade'))
    await sleep(lossMs)
    const postmaster = postmasterPid(data)
    program.child.kill('SIGKILL')
    if (postmaster !== null) process.kill(postmaster, 'SIGKILL')
    await program.ended
    expect(written.length).toBeGreaterThan(20)
    expect(later.length).toBeGreaterThan(20)

    const there = await folder()
    const full = await within(data, ['restore', vault], { LUODI_BACKUP: vault })
    expect(full.code).toBe(1)
    expect(full.stderr).toMatch(/is not empty: with --replace/)
    const begun = Date.now()
    const restored = await restore('--at', still.at.toISOString(), '--into', there)
    expect(restored, restored.stderr).toMatchObject({ code: 0 })
    expect(restored.stdout).toMatch(/journal: \d+ sealed events of \d+ zones verify\n/)
    process.stdout.write(
      `${written.length} + ${later.length} writes; restored to the moment in ${Date.now() - begun} ms\n`,
    )
    const came = await onDatabase(there, async (client) => [await digestsOf(client), await namesIn(client)] as const)
    expect(came).toEqual([still.digests, new Set(written.map(({ name }) => name))])
    expect(Object.keys(still.digests).length).toBeGreaterThan(100)
    for (const text of filesIn(join(data, 'files'))) {
      expect(readFileSync(join(there, 'files', relative(join(data, 'files'), text)))).toEqual(readFileSync(text))
    }

    // It is served again: the old session has ended, receipts of before hold by the key of before.
    const again = await serve(there)
    expect(
      (await fetch(`${again.address}/api/zones/linyi/departments`, { headers: { cookie: me.cookie } })).status,
    ).toBe(401)
    const now = { address: again.address, cookie: await signIn(there) }
    const anew = await receiptOf(written.at(-1)?.name ?? '', now)
    expect(anew.key).toBe(kept.key)
    expect(verified(kept.receipt, kept.key)).toMatch(/^VERIFIED: event /)
    expect(verified(anew.receipt, kept.key)).toMatch(/^VERIFIED: event /)
    expect(anew.receipt).toMatchObject({ event: kept.receipt.event, seq: kept.receipt.seq })
    again.program.child.kill('SIGTERM')
    await again.program.ended

    // To the end of the first branch of the log: the accident too, and nothing older than the promised loss is missing.
    const end = await folder()
    const toTheEnd = await within(data, ['restore', vault, '--timeline', '1', '--into', end], { LUODI_BACKUP: vault })
    expect(toTheEnd, toTheEnd.stderr).toMatchObject({ code: 0 })
    const told = await onDatabase(end, async (client) => {
      const { rows } = await client.query(`select to_regclass('organisation.departments') as table, array(
      select after->>'name' from journal.events where action = 'create' and after->>'name' like 'dept-%') as names`)
      return rows[0] as { table: string | null; names: string[] }
    })
    expect(told.table).toBeNull()
    const found = new Set(told.names)
    expect([...written, ...later].filter(({ name }) => !found.has(name))).toEqual([])
    await refuseDamaged()
  },
  long ? 1_800_000 : 600_000,
)

/** Flips one byte of a file, or takes the file away, of a copy of the vault; the restore names it and touches nothing. */
async function refuseDamaged(): Promise<void> {
  const copy = join(work, 'vault')
  const files = filesIn(vault).filter((file) => !/verified\.json$|wal\/|vault\.json$/.test(file))
  const tables = files.filter((file) => /postgres\/base\//.test(file))
  const some = long
    ? files.filter((_, i) => i % 100 === 0)
    : [
        tables[Math.floor(tables.length / 2)],
        ...files.filter((file) => /files\/../.test(relative(vault, file))).slice(0, 1),
      ]
  const empty = await folder()
  for (const [i, file] of some.entries()) {
    if (file === undefined) continue
    rmSync(copy, { recursive: true, force: true })
    mkdirSync(copy)
    cpSync(vault, copy, { recursive: true })
    const victim = join(copy, relative(vault, file))
    const bytes = readFileSync(victim)
    if (i % 2 === 1 || bytes.length === 0) rmSync(victim)
    else {
      const place = Math.floor(bytes.length / 2)
      bytes[place] = (bytes[place] ?? 0) ^ 1
      writeFileSync(victim, bytes)
    }
    const answer = await within(data, ['restore', copy, '--into', empty])
    const name = relative(vault, file).replace(/^\d{8}T\d{6}Z-[0-9a-f]{4}\//, '')
    expect(answer.code, name).toBe(1)
    expect(answer.stderr).toContain(name)
    expect(answer.stderr.trim().split('\n')).toHaveLength(1)
    expect(readdirSync(empty).filter((one) => !/^postgres\.(home|log|password)$/.test(one))).toEqual([])
  }
}
