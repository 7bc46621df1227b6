import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { testContext, zoneRef } from '../../../test/support/accounts.ts'
import { type HookReceiver, hookReceiver, type MailServer, mailServer } from '../../../test/support/receivers.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../test/support/zone-people.ts'
import { inZone } from '../database.ts'
import type { ZoneRef } from '../module.ts'
import { loadModules } from '../modules.ts'
import { type NewMessage, send } from '../outbox/send.ts'
import { drain } from '../worker/drain.ts'

const china = (text: string) => new Date(`${text}:00+08:00`)
let now = china('2026-03-02T10:00')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const log = pino({ level: 'silent' })
const subject = { subjectKind: 'trial.thing', subjectId: '01900000-0000-7000-8000-000000000001' }
const text = { zh: '请补正材料', en: 'Please complete the papers' }

let zone: ZoneRef
let admin: Actor
let mail: MailServer
let hook: HookReceiver
let allow: string[]
let counter = 0

async function drained(): Promise<void> {
  const modules = (await loadModules()).filter((module) => module.zones)
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  await drain({ db: app().db, modules, log, now: () => now, outside: { allow, resolve } })
}

function tell(to: Actor, more: Partial<NewMessage> = {}): Promise<boolean> {
  const message = {
    channel: 'app',
    key: `t${counter++}`,
    ...subject,
    to: [{ accountId: to.accountId }],
    text,
    link: '/cases/1',
  }
  return inZone(app().db, zone.id, (db) => send(db, testContext(now, zone), { ...message, ...more } as NewMessage))
}

const wishes = { version: 0, mail: 'who@zone.example', phone: null, channels: ['mail'], webhookId: null, quiet: null }
const choices = { ...wishes, urgentPasses: true, digestAt: null, language: 'zh' }

async function reader(more: object = {}): Promise<Actor> {
  const one = await actor(stage, 'officer')
  expect(await one.post('/delivery/mine', { ...choices, ...more })).toMatchObject({ status: 200 })
  return one
}

async function robot(shape: 'json' | 'dingtalk', address: string, more: object = {}): Promise<string> {
  const name = `机器人${counter++}`
  const body = { shape, name, address, secret: 'sec-ret-1', ...more }
  const answer = await admin.post('/delivery/channels', body)
  expect(answer).toMatchObject({ status: 200 })
  const { channels } = answer.body as { channels: { id: string; name: string }[] }
  return channels.find((one) => one.name === name)?.id ?? ''
}

const jobs = async (state: 'dead' | 'open') =>
  ((await admin.get(`/jobs?state=${state}`)).body as { jobs: { kind: string; error: string | null }[] }).jobs
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const reached = (of: string) => mail.letters.filter(({ to }) => to.includes(of)).length

beforeAll(async () => {
  zone = await zoneRef(app().db, 'linyi')
  admin = await actor(stage, 'admin')
  mail = await mailServer()
  hook = await hookReceiver()
  const server = { shape: 'smtp', name: '邮件', address: `127.0.0.1:${mail.port}`, sender: 'luodi@zone.example' }
  expect(await admin.post('/delivery/channels', server)).toMatchObject({ status: 200 })
  const rules = { version: 0, quiet: null, urgentPasses: true, pagesAt: 'https://zone.example' }
  expect(await admin.post('/delivery/rules', rules)).toMatchObject({ status: 200 })
})

afterAll(async () => {
  await mail.close()
  await hook.close()
})

beforeEach(() => {
  now = new Date(china('2026-03-02T10:00').getTime() + counter * 86_400_000)
  hook.received.length = 0
  hook.answer = { status: 200, body: '{"errcode":0}' }
  allow = [`127.0.0.1:${mail.port}`, `127.0.0.1:${hook.port}`]
})

describe('mail', () => {
  it('reaches who chose it once, with the page to read on; who chose nothing is told within the program only', async () => {
    const one = await reader({ mail: 'one@zone.example' })
    const none = await actor(stage, 'officer')
    await tell(one)
    await tell(none)
    await drained()
    await drained()
    expect(reached('one@zone.example')).toBe(1)
    const letter = mail.letters.at(-1)?.data ?? ''
    expect(letter).toMatch(/X-Luodi-Key: [0-9a-f-]{36}/i)
    expect(Buffer.from(letter.split('\n\n').at(-1) ?? '', 'base64').toString() + letter).toContain(
      'https://zone.example/cases/1',
    )
    expect((await none.get('/notifications/count')).body).toEqual({ unread: 1 })
  })

  it('is tried again while the server is down, is dead in the end with its reason, and leaves when an administrator retries', async () => {
    const one = await reader({ mail: 'down@zone.example' })
    await mail.close()
    await tell(one)
    for (const minutes of [0, 0.1, 1, 2, 6, 6]) {
      later(minutes)
      await drained()
    }
    const [dead] = await jobs('dead')
    expect(dead).toMatchObject({ kind: 'send.mail', error: 'delivery.unreachable' })
    mail = await mailServer(mail.port)
    const id = (dead as unknown as { id: string }).id
    expect((await admin.post(`/jobs/outbox/${id}/retry`, {})).status).toBe(200)
    await drained()
    expect(reached('down@zone.example')).toBe(1)
  })
})

describe('quiet hours and digest', () => {
  it('hold a message until the morning, let what is urgent pass, and drop what was read meanwhile', async () => {
    const quiet = { from: '22:00', until: '07:30' }
    const one = await reader({ mail: 'night@zone.example', quiet })
    now = china('2027-03-02T23:00')
    await tell(one)
    await tell(one, { urgent: true })
    await drained()
    expect(reached('night@zone.example')).toBe(1)
    now = china('2027-03-03T07:31')
    await drained()
    expect(reached('night@zone.example')).toBe(2)
    now = china('2027-03-03T23:00')
    await tell(one)
    await drained()
    await one.post('/notifications/read', {})
    now = china('2027-03-04T08:00')
    await drained()
    expect(reached('night@zone.example')).toBe(2)
  })

  it('as a digest everything of a day comes in one mail in the morning', async () => {
    const one = await reader({ mail: 'digest@zone.example', digestAt: '08:00' })
    now = china('2027-04-02T10:00')
    await tell(one)
    await tell(one)
    await drained()
    expect(reached('digest@zone.example')).toBe(0)
    now = china('2027-04-03T08:00')
    await drained()
    expect(reached('digest@zone.example')).toBe(1)
  })
})

describe('webhooks', () => {
  it('a receiver sees one message by its key, whatever happens after it took it', async () => {
    const id = await robot('json', `http://127.0.0.1:${hook.port}/in`)
    const one = await reader({ channels: ['webhook'], webhookId: id })
    await tell(one)
    // Taken by the receiver, lost by us: as when the worker is killed before it has marked the message as sent.
    hook.answer = { status: 500, body: '' }
    await drained()
    hook.answer = { status: 200, body: '' }
    later(1)
    await drained()
    const keys = hook.received.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(hook.received[0]?.headers['x-luodi-signature']).toMatch(/^sha256=[0-9a-f]{64}$/)
  })

  it.each([
    ['https://169.254.169.254/latest/meta-data', 'delivery.closed_address'],
    ['https://inside.example/x', 'delivery.closed_address'],
    ['http://hook.example/x', 'delivery.not_encrypted'],
  ])('%s is refused and nothing is sent', async (address, error) => {
    const one = await reader({ channels: ['webhook'], webhookId: await robot('json', address) })
    await tell(one)
    await drained()
    expect((await jobs('open')).filter(({ kind }) => kind === 'send.webhook').map((job) => job.error)).toContain(error)
    expect(hook.received).toEqual([])
    for (const minutes of [1, 2, 6, 6, 6]) {
      later(minutes)
      await drained()
    }
  })

  it('a robot that says no, a redirect and a slow answer are failures', async () => {
    const id = await robot('dingtalk', `http://127.0.0.1:${hook.port}/robot`)
    const one = await reader({ channels: ['webhook'], webhookId: id })
    const failing = async (answer: HookReceiver['answer']) => {
      hook.answer = answer
      await tell(one)
      await drained()
      const open = (await jobs('open')).filter(({ kind }) => kind === 'send.webhook')
      later(0)
      hook.answer = { status: 200, body: '{"errcode":0}' }
      later(2)
      await drained()
      return open.map((job) => job.error)
    }
    expect(await failing({ status: 200, body: '{"errcode":310000}' })).toEqual(['delivery.refused'])
    expect(await failing({ status: 302, body: '', location: 'http://127.0.0.1:1/' })).toEqual(['delivery.redirected'])
    expect(await failing({ status: 200, body: '{"errcode":0}', waitMs: 8_000 })).toEqual(['delivery.timeout'])
    expect(hook.received[0]?.url).toMatch(/timestamp=\d+&sign=/)
  }, 30_000)
})

describe('secrets and choices', () => {
  it('never leave: not in answers, not in the journal, and in the rows only as ciphertext', async () => {
    await robot('json', 'https://hook.example/x', { secret: 'very-secret-words' })
    await reader({ mail: 'hidden@zone.example', phone: '13800000000' })
    const { body } = await admin.get('/delivery/channels')
    expect(JSON.stringify(body)).not.toContain('very-secret')
    const kept = await withClient(app().ownerUrl, async (c) => {
      const tables = ['jobs.channels', 'jobs.preferences', 'journal.events', 'access.answers', 'jobs.outbox']
      const all = tables.map((table) => `select t::text as row from ${table} t`).join(' union all ')
      return JSON.stringify((await c.query(all)).rows)
    })
    const hex = (words: string) => Buffer.from(words).toString('hex')
    for (const words of ['very-secret-words', 'hidden@zone.example', '13800000000']) {
      expect(kept).not.toContain(words)
      expect(kept).not.toContain(hex(words))
    }
  })

  it('a stale version is refused, another role does not manage channels, and only the own message says why', async () => {
    const one = await reader()
    expect((await one.post('/delivery/mine', choices)).body).toMatchObject({ code: 'delivery.changed_meanwhile' })
    expect(
      (await one.post('/delivery/mine', { ...choices, version: 1, quiet: { from: '25:00', until: '07:00' } })).status,
    ).toBe(400)
    expect((await one.post('/delivery/channels', { shape: 'smtp', name: 'x', address: 'a.b:1' })).status).toBe(403)
    const cause = { zh: '规则：红灯报领导', en: 'Rule: red goes to the leader' }
    await tell(one, { cause, changeLink: '/records/escalation-rules' })
    await drained()
    const { notifications } = (await one.get('/notifications')).body as { notifications: [{ id: string }] }
    const path = `/notifications/${notifications[0].id}/why`
    expect((await one.get(path)).body).toMatchObject({
      ...{ via: 'account', cause, subject: { kind: 'trial.thing' }, changeLink: '/records/escalation-rules' },
      copies: [{ channel: 'mail', state: 'sent', error: null }],
    })
    expect((await (await reader()).get(path)).status).toBe(404)
    expect((await one.post('/delivery/mine/try', {})).body).toEqual({ sent: true })
  })
})
