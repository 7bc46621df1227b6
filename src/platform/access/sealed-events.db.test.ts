import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { type SignedInAs, signedInAs, testContext, zoneRef } from '../../../test/support/accounts.ts'
import { sealSettled } from '../../../test/support/other-writers.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { isConsistent } from '../../kernel/merkle/proof.ts'
import { newId } from '../ids.ts'
import { keepOutside } from '../journal/seal/outside.ts'
import { installationSigner, publishKey } from '../journal/seal/signing-key.ts'
import { accessLog } from '../journal/seal/source.ts'
import { hashOf } from '../journal/seal/suite.ts'
import { exportLog } from '../journal/verify/export-log.ts'
import { readWitnesses, verifyZone } from '../journal/verify/verify-zone.ts'
import { loadModules } from '../modules.ts'
import { createAccount, getByLogin } from './accounts.ts'
import type { AccessEvent } from './contract/accounts.ts'
import { eraseAccount } from './erase-account.ts'
import { recordEvent } from './events.ts'
import { tidyAccess } from './housekeeping.ts'
import { closeOlderEvents } from './older-events.ts'
import { zoneDirectory } from './zones.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const dataFolder = mkdtempSync(join(tmpdir(), 'luodi-access-log-'))
const signer = installationSigner(dataFolder, 'sha256')
const now = new Date()
const password = 'correct horse battery'
let audit: SignedInAs

beforeAll(async () => {
  await publishKey(app().db, signer, now)
  audit = await signedInAs(app().db, { zone: 'linyi', roles: ['audit'] })
  await makeAccount('ann.sealed')
  for (let i = 0; i < 3; i++) await app().post('/api/session', { login: 'ann.sealed', password })
  await app().post('/api/session', { login: 'ann.sealed', password: 'wrong' })
  await app().post('/api/session', { login: 'no.such.person', password: 'wrong' })
  expect((await sealed())?.size).toBeGreaterThan(5)
})

async function makeAccount(login: string) {
  const homeZone = (await zoneRef(app().db, 'linyi')).id
  return createAccount(app().db, testContext(now), { login, name: '安示例', password, mustChange: false, homeZone })
}

async function writeLines(count: number, at = now) {
  const nobody = { accountId: null, login: '', homeZone: null }
  await app()
    .db.transaction()
    .execute(async (db) => {
      for (let i = 0; i < count; i++) await recordEvent(db, testContext(at), { kind: 'sign_in_failed', about: nobody })
    })
}

async function sealed(thorough = false) {
  const done = await sealSettled(app().ownerUrl, app().db, {
    zone: accessLog,
    signer,
    now,
    witness: async () => null,
    thorough,
  })
  if (done) keepOutside(dataFolder, accessLog.code, done)
  return done
}

async function verified() {
  const later = new Date(now.getTime() + 3_600_000)
  const witnesses = await readWitnesses(app().db, [accessLog])
  return verifyZone(app().db, { zone: accessLog, witnesses, dataFolder, now: later })
}

async function lineAt(seq: number): Promise<string> {
  const asked = 'select id from journal.leaves where zone_id = $1 and seq = $2'
  return withClient(app().ownerUrl, async (client) => (await client.query(asked, [accessLog.id, seq])).rows[0].id)
}

async function listed(): Promise<AccessEvent[]> {
  const { body } = await app().get('/api/zones/linyi/access-events?limit=200', audit.headers)
  return (body as { events: AccessEvent[] }).events
}

const script = join(import.meta.dirname, '..', '..', '..', 'docs', 'security', 'verify-journal.sh')
const tools = ['/usr/bin/jq', '/usr/bin/openssl', '/usr/bin/sha256sum'].every((path) => existsSync(path))

function outside(file: string): string {
  try {
    return execFileSync('bash', [script, file, join(dataFolder, 'key.pem')], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return String((error as { stderr: unknown }).stderr)
  }
}

test.runIf(tools)(
  'jq, sha256sum and openssl verify its export, and name the place of a changed byte',
  { timeout: 120_000 },
  async () => {
    writeFileSync(join(dataFolder, 'key.pem'), signer.publicKey)
    let text = ''
    for await (const part of exportLog(app().db, accessLog)) text += part
    const file = join(dataFolder, 'export.json')
    writeFileSync(file, text)
    const { events } = JSON.parse(text) as { events: { seq: number; event: string }[] }
    expect(outside(file)).toContain(`VERIFIED: ${events.length} events`)
    const place = events.find(({ event }) => event.includes('"signed_in"'))?.seq
    writeFileSync(file, text.replace('signed_in', 'signed_on'))
    expect(outside(file)).toContain(`the event at place ${place}`)
  },
)

describe('the log of sign-ins and accounts', () => {
  it('is sealed in a tree of its own, and verification finds nothing', async () => {
    await writeLines(90)
    await sealed()
    const { events, findings, waiting, outside } = await verified()
    expect(findings).toEqual([])
    expect(events).toBeGreaterThan(95)
    expect({ waiting, outside }).toEqual({ waiting: 0, outside: 2 })
  })

  it('holds no person in the open, and shows them to the audit administrator', async () => {
    const raw = await withClient(app().ownerUrl, (client) =>
      client.query(`select to_jsonb(e)::text as line from access.events e where kind = 'signed_in'`),
    )
    expect(raw.rows.length).toBeGreaterThanOrEqual(3)
    for (const { line } of raw.rows) expect(line).not.toMatch(/ann\.sealed|安示例|127\.0\.0\.1/)
    const shown = (await listed()).filter(({ kind }) => kind === 'signed_in')
    expect(shown).toHaveLength(3)
    for (const one of shown) {
      expect(one).toMatchObject({ login: 'ann.sealed', actorName: '安示例', address: '127.0.0.1' })
    }
  })

  it('may only be added to by the app', async () => {
    for (const act of ['update access.events set kind = kind', 'delete from access.events']) {
      await expect(withClient(app().appUrl, (client) => client.query(act))).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('proves an older checkpoint to be its beginning to whoever kept it', async () => {
    const asked = await app().get('/api/journal/access/checkpoint')
    const { size, root } = (asked.body as { checkpoint: { size: number; root: string } }).checkpoint
    await writeLines(7)
    await sealed()
    const { status, body } = await app().get(`/api/journal/access/consistency?size=${size}`)
    expect(status).toBe(200)
    const { newest, proof } = body as { newest: { size: number; root: string }; proof: string[] }
    expect(newest.size).toBe(size + 7)
    const bytes = (text: string) => Buffer.from(text, 'hex')
    const trees = { older: { size, root: bytes(root) }, newer: { size: newest.size, root: bytes(newest.root) } }
    expect(isConsistent(hashOf('sha256'), { ...trees, proof: proof.map(bytes) })).toBe(true)
  })
})

const columns = 'at, kind, account_id, actor_id, about, done_by, request_id, home_zone, tx'

describe('who owns the database and changes the log', () => {
  it.each([
    [
      'flips a byte of who it was',
      'update access.events set done_by = set_byte(done_by, 20, get_byte(done_by, 20) # 1) where id = $1',
      'event_changed',
    ],
    ['changes what happened', `update access.events set kind = 'signed_in' where id = $1`, 'event_changed'],
    ['changes when', `update access.events set at = at - interval '1 day' where id = $1`, 'event_changed'],
    [
      'puts it to another zone',
      `update access.events set home_zone = gen_random_uuid() where id = $1`,
      'event_changed',
    ],
    ['says why it was refused', `update access.events set detail = 'no_group' where id = $1`, 'event_changed'],
    ['deletes a line', 'delete from access.events where id = $1', 'event_missing'],
    ['deletes a leaf', 'delete from journal.leaves where id = $1', 'leaf_missing'],
  ])('%s: is told the place', async (_what, statement, kind) => {
    const id = await lineAt(64)
    await withClient(app().ownerUrl, async (client) => {
      await client.query('create temporary table kept_line as select * from access.events where id = $1', [id])
      await client.query('create temporary table kept_leaf as select * from journal.leaves where id = $1', [id])
      await client.query(statement, [id])
      const found = (await verified()).findings.filter((finding) => finding.kind === kind)
      expect(found.map(({ seq, eventId }) => ({ seq, id: kind === 'leaf_missing' ? id : eventId }))).toEqual([
        { seq: 64, id },
      ])
      await client.query('delete from access.events where id = $1', [id])
      await client.query('delete from journal.leaves where id = $1', [id])
      await client.query('insert into access.events select * from kept_line')
      await client.query('insert into journal.leaves select * from kept_leaf')
    })
    expect((await verified()).findings).toEqual([])
  })

  it('swaps two lines: both places are told', async () => {
    const ids = [await lineAt(40), await lineAt(41)]
    await withClient(app().ownerUrl, async (client) => {
      await client.query('create temporary table kept_lines as select * from access.events where id = any ($1)', [ids])
      await client.query('delete from access.events where id = any ($1)', [ids])
      await client.query(`insert into access.events (id, ${columns}) select (select b.id from kept_lines b where b.id <> a.id), ${columns}
        from kept_lines a`)
      const told = (await verified()).findings.map(({ kind, seq }) => `${kind} ${seq}`)
      expect(told).toEqual(['event_changed 40', 'event_changed 41'])
      await client.query('delete from access.events where id = any ($1)', [ids])
      await client.query('insert into access.events select * from kept_lines')
    })
    expect((await verified()).findings).toEqual([])
  })

  it('slips a line in behind the sealer: it is told as never sealed', async () => {
    const id = newId(now)
    const old = new Date(now.getTime() - 86_400_000)
    await withClient(app().ownerUrl, async (client) => {
      await client.query(`insert into access.events (id, at, kind, request_id) values ($1, $2, 'signed_in', 'r')`, [
        id,
        old,
      ])
      expect((await verified()).findings).toMatchObject([{ kind: 'unsealed', eventId: id }])
      await client.query('delete from access.events where id = $1', [id])
    })
  })

  it('cuts off the end, checkpoint and all: what lies outside tells', async () => {
    await writeLines(4)
    const size = (await sealed())?.size ?? 0
    await withClient(app().ownerUrl, async (client) => {
      await client.query('begin')
      await client.query(
        'create temporary table cut as select id from journal.leaves where zone_id = $1 and seq >= $2',
        [accessLog.id, size - 4],
      )
      await client.query(
        'create temporary table kept_lines as select * from access.events where id in (select id from cut)',
      )
      await client.query(
        'create temporary table kept_leaves as select * from journal.leaves where id in (select id from cut)',
      )
      await client.query(
        'create temporary table kept_point as select * from journal.checkpoints where zone_id = $1 and size = $2',
        [accessLog.id, size],
      )
      await client.query('delete from access.events where id in (select id from cut)')
      await client.query('delete from journal.leaves where id in (select id from cut)')
      await client.query('delete from journal.checkpoints where zone_id = $1 and size = $2', [accessLog.id, size])
      await client.query('commit')
      expect((await verified()).findings.map(({ kind }) => kind)).toContain('cut_off')
      for (const [table, kept] of [
        ['access.events', 'kept_lines'],
        ['journal.leaves', 'kept_leaves'],
        ['journal.checkpoints', 'kept_point'],
      ]) {
        await client.query(`insert into ${table} select * from ${kept}`)
      }
    })
    expect((await verified()).findings).toEqual([])
  })
})

describe('what is forgotten', () => {
  it('a person who is erased: nobody reads who it was, every line and proof stays', async () => {
    await makeAccount('bo.erased')
    await app().post('/api/session', { login: 'bo.erased', password })
    await sealed()
    const before = await verified()
    await app()
      .db.transaction()
      .execute(async (db) => {
        await eraseAccount(db, testContext(now), await getByLogin(db, 'bo.erased'))
      })
    await sealed()
    const after = await verified()
    expect(after.findings).toEqual([])
    expect(after.events).toBe(before.events + 1)
    expect((await app().post('/api/session', { login: 'bo.erased', password })).status).toBe(401)
    const [erased] = (await listed()).filter(({ kind }) => kind === 'account_erased')
    const own = (await listed()).filter(({ accountId }) => accountId === erased?.accountId)
    expect(own.map(({ kind }) => kind).sort()).toEqual(['account_created', 'account_erased', 'signed_in'])
    for (const { login } of own) expect(login).toBe('****')
    const signedIn = own.find(({ kind }) => kind === 'signed_in')
    expect(signedIn).toMatchObject({ actorName: '****', address: '****' })
  })

  it('strangers of more than a year ago, by housekeeping; who came since is still told', async () => {
    const old = new Date(Date.UTC(now.getUTCFullYear() - 2, 0, 15))
    await writeLines(2, old)
    await sealed()
    const zones = zoneDirectory(await loadModules())
    await tidyAccess(app().db, zones, now)
    const keys = await app()
      .db.selectFrom('access.event_keys')
      .selectAll()
      .where('subject', 'like', 'month:%')
      .execute()
    const thisMonth = `month:${now.toISOString().slice(0, 7)}`
    expect(keys.map(({ subject, key }) => [subject, key === null]).sort()).toEqual([
      [`month:${old.getUTCFullYear()}-01`, true],
      [thisMonth, false],
    ])
    expect((await verified()).findings).toEqual([])
  })

  it('what an older release wrote in the open becomes ciphertext before it is sealed', async () => {
    const account = await makeAccount('cy.older')
    const home = account.home_zone
    await withClient(app().ownerUrl, async (client) => {
      const insert = `insert into access.events (id, at, kind, account_id, login, address, actor_name, request_id, home_zone)
        values ($1, $2, 'locked', $3, $4, '203.0.113.7', 'visitor', 'r', $5)`
      await client.query(insert, [newId(now), now, account.id, 'cy.older', home])
      await client.query(insert, [newId(now), now, null, '', home])
      await closeOlderEvents(client)
      const open = await client.query(
        'select from access.events where coalesce(login, address, actor_name) is not null',
      )
      expect(open.rows).toHaveLength(0)
    })
    expect((await sealed(true))?.added).toBeGreaterThanOrEqual(2)
    const told = (await listed())
      .filter(({ kind }) => kind === 'locked')
      .map(({ login, address }) => `${login} ${address}`)
    expect(told.sort()).toEqual([' 203.0.113.7', 'cy.older 203.0.113.7'])
    expect((await verified()).findings).toEqual([])
  })
})
