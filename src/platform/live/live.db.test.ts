import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type SignedInAs, signedInAs, testContext, type Wanted, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { endSessionsOf } from '../access/sessions.ts'
import { inZone } from '../database.ts'
import { publish } from '../events/publish.ts'
import type { ZoneRef } from '../module.ts'
import { announce } from './announce.ts'
import type { Audience } from './signals.ts'

let moment = new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ now: () => moment })
const mine = '01900000-0000-7000-8000-00000000000e'
const other = '01900000-0000-7000-8000-00000000000f'
let zone: ZoneRef

interface Ear {
  readonly status: number
  readonly heard: string[]
  readonly ended: () => boolean
  readonly close: () => void
}
const ears: Ear[] = []

/** An open page: what it was told, as `topic id`. */
async function listen({ headers }: Pick<SignedInAs, 'headers'>, code = 'linyi'): Promise<Ear> {
  const stop = new AbortController()
  const answer = await fetch(`${app().url}/api/zones/${code}/live`, { headers, signal: stop.signal })
  const heard: string[] = []
  let over = answer.status !== 200
  const read = async () => {
    for await (const chunk of answer.body ?? []) {
      for (const [, json] of Buffer.from(chunk)
        .toString()
        .matchAll(/^data: (.*)$/gm)) {
        const { topic, id } = JSON.parse(json ?? '') as { topic: string; id: string }
        heard.push(`${topic} ${id}`)
      }
    }
  }
  if (answer.status === 200)
    read()
      .catch(() => undefined)
      .finally(() => (over = true))
  const ear = { status: answer.status, heard, ended: () => over, close: () => stop.abort() }
  ears.push(ear)
  return ear
}

function as(wanted: Omit<Wanted, 'zone' | 'now'> & { zone?: string }): Promise<SignedInAs> {
  return signedInAs(app().db, { zone: 'linyi', now: moment, ...wanted })
}

function say(topic: string, audience?: Audience): Promise<void> {
  return inZone(app().db, zone.id, async (db) =>
    announce(db, testContext(moment, zone), { topic, id: mine, ...(audience && { audience }) }),
  )
}

beforeAll(async () => {
  zone = await zoneRef(app().db, 'linyi')
})

afterEach(() => {
  for (const ear of ears.splice(0)) ear.close()
})

describe('open pages', () => {
  test('hear what was committed in their zone, once however often it was said, and nothing of what was not', async () => {
    const ear = await listen(await as({ roles: ['officer'] }))
    const elsewhere = await listen(await as({ zone: 'jiexiu', roles: ['officer'] }), 'jiexiu')
    const failed = inZone(app().db, zone.id, async (db) => {
      announce(db, testContext(moment, zone), { topic: 'trial.never', id: mine })
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    for (let i = 0; i < 20; i++) await say('trial.changed')
    const event = { topic: 'trial.happened', subjectKind: 'trial.thing', subjectId: mine }
    await inZone(app().db, zone.id, (db) => publish(db, testContext(moment, zone), event))
    await expect.poll(() => ear.heard).toContain(`trial.happened ${mine}`)
    expect(ear.heard.filter((line) => line.startsWith('trial.changed')).length).toBeLessThan(20)
    expect(ear.heard.filter((line) => line.startsWith('trial.never'))).toEqual([])
    expect(elsewhere.heard).toEqual([])
  })

  test('of an enterprise hear what is told to it or to their account, and nothing else', async () => {
    const account = await as({ roles: ['enterprise'], enterpriseId: mine })
    const ear = await listen(account)
    const officer = await listen(await as({ roles: ['officer'] }))
    await say('trial.insiders')
    await say('trial.others', { enterpriseId: other })
    await say('trial.mine', { enterpriseId: mine })
    await say('trial.me', { accountId: account.accountId })
    await expect.poll(() => ear.heard).toEqual([`trial.mine ${mine}`, `trial.me ${mine}`])
    expect(officer.heard).toEqual([`trial.insiders ${mine}`])
  })

  test('hear nothing more when the session has ended', async () => {
    const account = await as({ roles: ['officer'] })
    const ear = await listen(account)
    await endSessionsOf(app().db, account.accountId)
    moment = new Date(moment.getTime() + 6_000)
    await say('trial.late')
    await expect.poll(ear.ended).toBe(true)
    expect(ear.heard).toEqual([])
  })

  test('are refused to visitors, to other zones, and beyond eight for one account', async () => {
    expect((await listen({ headers: { cookie: '' } })).status).toBe(401)
    const account = await as({ roles: ['officer'] })
    expect((await listen(account, 'jiexiu')).status).toBe(404)
    for (let i = 0; i < 8; i++) expect((await listen(account)).status).toBe(200)
    expect((await listen(account)).status).toBe(429)
    for (const ear of ears.splice(0)) ear.close()
    await expect.poll(async () => (await listen(account)).status).toBe(200)
  })
})

describe('metrics', () => {
  const lines = (body: unknown) => String(body).split('\n')

  test('count requests by endpoint and status, the pool and the jobs, for a collector on this machine', async () => {
    await app().get('/api/openapi.json')
    const { status, body, headers } = await app().get('/metrics')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect(lines(body)).toContain('luodi_request_seconds_count{endpoint="openapi",status="200"} 1')
    for (const name of [
      'luodi_pool_connections{use="idle"}',
      'luodi_jobs{state="dead"} 0',
      'luodi_jobs{state="lag"}',
    ]) {
      expect(lines(body).filter((line) => line.startsWith(name))).toHaveLength(1)
    }
  })

  test('are not there for a request that a proxy has passed on, and for an administrator are behind sign-in', async () => {
    expect((await app().get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404)
    const path = '/api/zones/linyi/metrics'
    expect((await app().get(path)).status).toBe(401)
    expect((await app().get(path, (await as({ roles: ['officer'] })).headers)).status).toBe(403)
    expect((await app().get(path, (await as({ roles: ['admin'] })).headers)).status).toBe(200)
  })
})
