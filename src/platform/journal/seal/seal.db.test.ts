import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { type SignedInAs, signedInAs, testContext, zoneRef } from '../../../../test/support/accounts.ts'
import { sealSettled } from '../../../../test/support/other-writers.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { leafHash } from '../../../kernel/merkle/hash.ts'
import { isConsistent, rootFromInclusion } from '../../../kernel/merkle/proof.ts'
import { inTransaction, inZone } from '../../database.ts'
import { newId } from '../../ids.ts'
import type { ZoneRef } from '../../module.ts'
import type { JournalReceipt } from '../contract.ts'
import { erasePerson } from '../person-keys.ts'
import { record } from '../record.ts'
import { exportLog } from '../verify/export-log.ts'
import { readWitnesses, verifyZone } from '../verify/verify-zone.ts'
import { keepOutside } from './outside.ts'
import { installationSigner, publishKey } from './signing-key.ts'
import { hashOf, isSigned } from './suite.ts'

const app = startTestApp()
const dataFolder = mkdtempSync(join(tmpdir(), 'luodi-seal-'))
const signer = installationSigner(dataFolder, 'sha256')
const hash = hashOf('sha256')
const now = new Date()
let zone: ZoneRef
let jiexiu: ZoneRef
let audit: SignedInAs
let officer: SignedInAs

beforeAll(async () => {
  const { db } = app()
  await publishKey(db, signer, now)
  zone = await zoneRef(db, 'linyi')
  jiexiu = await zoneRef(db, 'jiexiu')
  audit = await signedInAs(db, { zone: 'linyi', roles: ['audit'] })
  officer = await signedInAs(db, { zone: 'linyi', roles: ['officer'] })
  await writeEvents(700)
  expect((await sealed())?.size).toBeGreaterThanOrEqual(700)
})

async function writeEvents(count: number, at = zone): Promise<string> {
  const subjectId = newId(now)
  await inZone(app().db, at.id, async (zoned) => {
    const acting = testContext(now, at)
    for (let i = 0; i < count; i++) {
      const told = { subjectKind: 'test.thing', subjectId, action: 'touch', note: `第 ${i} 次 "引号" \\ 换行\n末` }
      await record(zoned, acting, { ...told, before: { a: i, 名: null }, after: { a: i + 0.5, b: ['x', { c: 1e21 }] } })
    }
  })
  return subjectId
}

async function sealed(at = zone, thorough = false) {
  const witness = async () => null
  const done = await sealSettled(app().ownerUrl, app().db, { zone: at, signer, now, witness, thorough })
  if (done) keepOutside(dataFolder, at.code, done)
  return done
}

async function verified() {
  const witnesses = await readWitnesses(app().db, [zone, jiexiu])
  return verifyZone(app().db, { zone, witnesses, dataFolder, now: new Date(now.getTime() + 3_600_000) })
}

async function eventAt(seq: number): Promise<string> {
  const found = await withClient(app().ownerUrl, (client) =>
    client.query('select id from journal.leaves where zone_id = $1 and seq = $2', [zone.id, seq]),
  )
  return found.rows[0].id
}

function receipt(id: string, as: SignedInAs) {
  return app().get(`/api/zones/linyi/journal/${id}/receipt`, as.headers)
}

describe('the sealer', () => {
  it('gives every event a place, and verification finds nothing', async () => {
    expect(await sealed()).toBeNull()
    const { events, checkpoints, outside, findings, waiting } = await verified()
    expect(findings).toEqual([])
    expect(events).toBeGreaterThanOrEqual(700)
    expect({ checkpoints, outside, waiting }).toEqual({ checkpoints: 1, outside: 1, waiting: 0 })
  })

  it('leaves out what is not committed yet and what is written after it, and seals it afterwards', async () => {
    const before = (await verified()).events
    await inTransaction(app().db, async (slow) => {
      await inZone(slow, zone.id, (zoned) => record(zoned, testContext(now, zone), thing()))
      // An event leaves with the next statement: here it is to be written long before it is committed.
      await sql`select 1`.execute(slow)
      await writeEvents(3)
      expect(await sealed()).toBeNull()
    })
    expect((await sealed())?.added).toBe(4)
    expect((await verified()).events).toBe(before + 4)
  })

  it('of two at once one seals, and the order stays without a gap', async () => {
    await writeEvents(40)
    const done = await Promise.all([sealed(), sealed(), sealed()])
    expect(done.reduce((sum, one) => sum + (one?.added ?? 0), 0)).toBe(40)
    expect((await verified()).findings).toEqual([])
  })

  it('finds what came from elsewhere without a transaction number when it looks through everything', async () => {
    await withClient(app().ownerUrl, (client) =>
      client.query(
        `insert into journal.events (zone_id, id, created_at, created_by, happened_at, actor_name, request_id, subject_kind, subject_id, action)
         values ($1, $2, $3, 'system', $3, 'test', 'r', 'test.thing', $2, 'bring')`,
        [zone.id, newId(now), now],
      ),
    )
    expect(await sealed()).toBeNull()
    expect((await sealed(zone, true))?.added).toBe(1)
  })

  it('keeps a person who was erased in the journal: every proof holds', async () => {
    const firm = { name: '封存示例有限公司', status: 'planned' }
    const made = await app().post('/api/zones/linyi/enterprises', firm, officer.headers)
    const contact = { name: '欧阳小明', phone: '13912345678', main: true }
    const enterpriseId = (made.body as { record: { id: string } }).record.id
    const kept = await app().post('/api/zones/linyi/contacts', { ...contact, enterpriseId }, officer.headers)
    const { id } = (kept.body as { record: { id: string } }).record
    await sealed()
    const subject = { kind: 'enterprises.contact', id, reason: '本人要求' }
    await inZone(app().db, zone.id, (zoned) => erasePerson(zoned, testContext(now, zone), subject))
    await sealed()
    expect((await verified()).findings).toEqual([])
  })
})

function thing() {
  return { subjectKind: 'test.thing', subjectId: newId(now), action: 'touch' }
}

describe('a receipt', () => {
  it('proves the event to who may read the journal, with what was done', async () => {
    const { status, body } = await receipt(await eventAt(321), audit)
    expect(status).toBe(200)
    const { event, body: told, seq, proof, checkpoint, key } = body as JournalReceipt
    expect(seq).toBe(321)
    expect(JSON.parse(told ?? '')).toMatchObject({ note: expect.stringContaining('次 "引号"'), before: { 名: null } })
    const root = rootFromInclusion(hash, {
      ...{ index: seq, size: checkpoint.size, leaf: leafHash(hash, Buffer.from(event)) },
      proof: proof.map((one) => Buffer.from(one, 'hex')),
    })
    expect(Buffer.from(root ?? []).toString('hex')).toBe(checkpoint.root)
    const signature = Buffer.from(checkpoint.signature, 'base64')
    expect(isSigned(checkpoint.statement, { ...key, signature })).toBe(true)
    expect(checkpoint.statement).toContain(`root ${checkpoint.root}\n`)
  })

  it('is nobody else’s: what one may not see does not exist', async () => {
    const id = await eventAt(5)
    expect((await receipt(id, officer)).status).toBe(404)
    const elsewhere = await signedInAs(app().db, { zone: 'jiexiu', roles: ['audit'] })
    expect((await receipt(id, elsewhere)).status).toBe(404)
    expect((await receipt(newId(now), audit)).status).toBe(404)
  })

  it('waits for the sealer', async () => {
    const subject = await writeEvents(1)
    const list = await app().get(`/api/zones/linyi/journal?subjectId=${subject}`, audit.headers)
    const [{ id }] = (list.body as { rows: [{ id: string }] }).rows
    expect(await receipt(id, audit)).toMatchObject({ status: 409, body: { code: 'journal.not_sealed_yet' } })
    await sealed()
    expect((await receipt(id, audit)).status).toBe(200)
  })

  it('kept checkpoints are proved to be the beginning of the newest one', async () => {
    const first = await app().get('/api/zones/linyi/journal/checkpoint')
    const { size, root } = (first.body as { checkpoint: { size: number; root: string } }).checkpoint
    await writeEvents(9)
    await sealed()
    const { status, body } = await app().get(`/api/zones/linyi/journal/consistency?size=${size}`)
    expect(status).toBe(200)
    const { newest, proof } = body as { newest: { size: number; root: string }; proof: string[] }
    const bytes = (text: string) => Buffer.from(text, 'hex')
    const trees = { older: { size, root: bytes(root) }, newer: { size: newest.size, root: bytes(newest.root) } }
    expect(isConsistent(hash, { ...trees, proof: proof.map(bytes) })).toBe(true)
    const gone = await app().get(`/api/zones/linyi/journal/consistency?size=${size + 1}`)
    expect(gone).toMatchObject({ status: 404, body: { code: 'journal.no_checkpoint' } })
    expect((await app().get('/api/journal/keys')).body).toMatchObject({ keys: [{ id: signer.keyId }] })
  })
})

const script = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'security', 'verify-journal.sh')
const tools = ['/usr/bin/jq', '/usr/bin/openssl', '/usr/bin/sha256sum'].every((path) => existsSync(path))

/** Runs the verifier that shares no code with us; answers what it said. */
function outside(file: string): string {
  try {
    return execFileSync('bash', [script, file, join(dataFolder, 'key.pem')], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return String((error as { stderr: unknown }).stderr)
  }
}

test.runIf(tools)(
  'jq, sha256sum and openssl verify a receipt and an export, and name the place of a changed byte',
  { timeout: 60_000 },
  async () => {
    writeFileSync(join(dataFolder, 'key.pem'), signer.publicKey)
    const { body } = await receipt(await eventAt(77), audit)
    const [good, bad] = [join(dataFolder, 'receipt.json'), join(dataFolder, 'bad.json')]
    writeFileSync(good, JSON.stringify(body))
    expect(outside(good)).toMatch(/^VERIFIED: event .* at place 77 of/)
    const { event } = body as JournalReceipt
    writeFileSync(bad, JSON.stringify({ ...(body as JournalReceipt), event: event.replace('touch', 'tough') }))
    expect(outside(bad)).toContain('NOT VERIFIED: the event is not in the journal that was signed')
    // What is no receipt, no export, cut short or empty proves nothing, and is told so.
    const { proof: _proof, ...unproven } = body as JournalReceipt
    const refused = { type: 'urn:luodi:problem:access.sign_in_needed', status: 401 }
    const nothing = { checkpoints: [], events: [], keys: [] }
    const cut = JSON.stringify(body).slice(0, 300)
    for (const text of [cut, '', ...[unproven, refused, nothing, [body]].map((one) => JSON.stringify(one))]) {
      writeFileSync(bad, text)
      expect(outside(bad), text.slice(0, 80)).toMatch(/^NOT VERIFIED: /)
    }
    await writeEvents(20, jiexiu)
    await sealed(jiexiu)
    let text = ''
    for await (const part of exportLog(app().db, jiexiu)) text += part
    writeFileSync(good, text)
    const { events } = JSON.parse(text) as { events: { seq: number; body: string }[] }
    expect(outside(good)).toContain(`VERIFIED: ${events.length} events, 1 checkpoints`)
    writeFileSync(bad, text.replace('第 13 次', '第 31 次'))
    const place = events.find(({ body }) => body.includes('第 13 次'))?.seq
    expect(outside(bad)).toContain(`the body of the event at place ${place}`)
    writeFileSync(bad, text.slice(0, -200))
    expect(outside(bad)).toContain('NOT VERIFIED: the file cannot be read')
  },
)

describe('who owns the database and changes a byte', () => {
  it.each([
    ['update journal.events set note = $3 where zone_id = $1 and id = $2', 'x', 'event_changed'],
    ['update journal.events set after = $3::jsonb where zone_id = $1 and id = $2', '{"a": 1}', 'event_changed'],
    ['update journal.events set happened_at = $3 where zone_id = $1 and id = $2', '2020-01-01', 'event_changed'],
    ['update journal.events set actor_name = $3 where zone_id = $1 and id = $2', 'somebody', 'event_changed'],
    ['delete from journal.events where zone_id = $1 and id = $2 and $3 = $3', '', 'event_missing'],
    ['delete from journal.leaves where zone_id = $1 and id = $2 and $3 = $3', '', 'leaf_missing'],
  ])('is told the place: %s', async (statement, value, kind) => {
    const id = await eventAt(123)
    await withClient(app().ownerUrl, async (client) => {
      await client.query('create temporary table kept_event as select * from journal.events where id = $1', [id])
      await client.query('create temporary table kept_leaf as select * from journal.leaves where id = $1', [id])
      await client.query(statement, [zone.id, id, value])
      const found = (await verified()).findings.filter((finding) => finding.kind === kind)
      expect(found.map(({ seq }) => seq)).toEqual([123])
      await client.query('delete from journal.events where id = $1', [id])
      await client.query('delete from journal.leaves where id = $1', [id])
      await client.query('insert into journal.events select * from kept_event')
      await client.query('insert into journal.leaves select * from kept_leaf')
    })
    expect((await verified()).findings).toEqual([])
  })

  it('and cuts off the end is told by the checkpoints that lie outside', async () => {
    const { events } = await verified()
    await withClient(app().ownerUrl, async (client) => {
      for (const table of ['events', 'leaves']) {
        await client.query(
          `delete from journal.${table} where zone_id = $1 and id in
          (select id from journal.leaves where zone_id = $1 and seq >= $2)`,
          [zone.id, events - 5],
        )
      }
      await client.query('delete from journal.checkpoints where zone_id = $1 and size > $2', [zone.id, events - 5])
    })
    const { findings } = await verified()
    expect(findings.map(({ kind }) => kind)).toContain('cut_off')
    expect(findings.map(({ what }) => what).join()).toContain('the file of checkpoints')
  })
})
