import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { isZoned } from '../../../kernel/endpoint.ts'
import { loadModules } from '../../../platform/modules.ts'
import { withParts } from '../../../platform/parts.ts'
import { BadRating, OwnRating } from '../contract.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now, requestsPerMinute: 1_000_000 })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const secret = '窗口让我等了三个上午'

let handler: Actor
let other: Actor
let supervisor: Actor
let firm: Actor
let enterprise: string
let decided: string

beforeAll(async () => {
  handler = await actor(stage, 'officer')
  other = await actor(stage, 'officer')
  supervisor = await actor(stage, 'supervisor')
  enterprise = await newEnterprise(handler, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  decided = await decide()
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()

/** A case that the handler has passed. */
async function decide(by = firm, of = enterprise): Promise<string> {
  const project = await newProject(handler, '食品厂', of)
  const refs = ['company-name', 'reg-application', 'articles', 'id-docs', 'ubo-info', 'premises']
  const made = await by.post('/cases', {
    ...{ project, matter: 'company-register', papers: refs.map((ref) => ({ ref })) },
  })
  let one = made.body as { id: string; version: number }
  for (const [verb, more] of [
    ['accept', {}],
    ['decide', { result: 'pass' }],
  ] as const) {
    const answer = await handler.post(`/cases/${one.id}/${verb}`, { version: one.version, ...more })
    expect(answer).toMatchObject({ status: 200 })
    one = answer.body as typeof one
  }
  return one.id
}

async function bad(by: Actor): Promise<BadRating[]> {
  return ((await by.get('/ratings/bad')).body as { ratings: unknown[] }).ratings.map((one) => BadRating.parse(one))
}

describe('a rating', () => {
  it('is given once a case, by the applicant, after the decision; two presses are one', async () => {
    const stranger = await actor(stage, 'enterprise', await newEnterprise(handler, '乙公司'))
    expect(told(await stranger.post('/ratings', { case: decided, grade: 1 }))).toBe('404 http.not_found')
    expect(told(await handler.post('/ratings', { case: decided, grade: 5 }))).toBe('403 access.not_allowed')
    expect((await firm.get('/ratings/own')).body).toMatchObject({ toRate: [{ caseId: decided }], ratings: [] })
    const headers = { 'idempotency-key': randomUUID() }
    const pressed = await Promise.all([
      firm.post('/ratings', { case: decided, grade: 1 }, headers),
      firm.post('/ratings', { case: decided, grade: 1 }, headers),
    ])
    expect(pressed.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect(told(await firm.post('/ratings', { case: decided, grade: 5 }))).toBe('409 ratings.rated_already')
    const own = (await firm.get('/ratings/own')).body as { toRate: unknown[]; ratings: unknown[] }
    expect(own).toMatchObject({ toRate: [], ratings: [{ caseId: decided, grade: 1 }] })
    const rows = await withClient(app().ownerUrl, async (c) => (await c.query('select 1 from ratings.ratings')).rows)
    expect(rows).toHaveLength(1)
  })

  it('takes reasons after the grade, once', async () => {
    const own = (await firm.get('/ratings/own')).body as { ratings: { id: string }[] }
    const path = `/ratings/${own.ratings[0]?.id}/reasons`
    const said = await firm.post(path, { reasons: ['slow'], words: secret })
    expect(OwnRating.parse(said.body).reasonsGiven).toBe(true)
    expect(told(await firm.post(path, { reasons: ['slow'] }))).toBe('422 ratings.said_already')
  })

  it('is not asked for again when it was declined', async () => {
    const another = await decide()
    expect((await firm.post('/ratings', { case: another, grade: null })).status).toBe(200)
    expect((await firm.get('/ratings/own')).body).toMatchObject({ toRate: [] })
    expect(await bad(other)).toHaveLength(1)
  })
})

describe('a bad rating', () => {
  it('never shows to the handler who gave it or about which case, through no door of the house', async () => {
    const [one] = await bad(other)
    if (!one) throw new Error('no bad rating')
    expect(one).toMatchObject({ caseId: decided, enterpriseName: '甲公司', raterName: firm.name, words: secret })
    expect(await bad(handler)).toEqual([])
    for (const verb of ['call-back', 'correct', 'answer', 'appeal']) {
      const answer = await handler.post(`/ratings/${one.id}/${verb}`, { version: one.version, words: '我来' })
      expect(told(answer)).toBe('404 http.not_found')
    }
    const doors = withParts(await loadModules())
      .flatMap(({ handlers }) => handlers.map(({ endpoint }) => endpoint))
      // A stream has no end; it carries topics and ids only.
      .filter((endpoint) => isZoned(endpoint) && endpoint.method === 'GET' && endpoint.file !== 'text/event-stream')
    const ids = [decided, one.id, enterprise]
    let read = 0
    for (const { path } of doors) {
      const short = path.replace('/api/zones/:zone', '')
      for (const id of short.includes('/:') ? ids : ['']) {
        const base = short.replace(/:key/, 'ratings.satisfied').replace(/:\w+/g, id)
        for (const query of short.includes('/:')
          ? ['']
          : ['', `?subjectKind=ratings.rating&subjectId=${one.id}`, `?enterprise=${enterprise}`]) {
          const { status, body } = await handler.get(base + query)
          const text = JSON.stringify(body)
          if (status === 200) read++
          expect(text, base).not.toContain(secret)
          if (text.includes(one.id))
            for (const name of [decided, enterprise, firm.name, firm.accountId, '甲公司']) {
              expect(text, base).not.toContain(name)
            }
        }
      }
    }
    expect(read).toBeGreaterThan(20)
  }, 120_000)

  it('names nobody in row and journal but by a pseudonym', async () => {
    const [one] = await bad(other)
    await withClient(app().ownerUrl, async (client) => {
      const events = await client.query("select * from journal.events where subject_kind = 'ratings.rating'")
      const rows = await client.query('select * from ratings.ratings')
      const sent = await client.query('select * from jobs.outbox where subject_id = $1', [one?.id])
      expect(events.rows.length).toBeGreaterThan(1)
      expect(sent.rows.length).toBeGreaterThan(0)
      for (const text of [events.rows, rows.rows, sent.rows].map((all) => JSON.stringify(all))) {
        for (const name of [firm.accountId, firm.name, enterprise]) expect(text).not.toContain(name)
      }
      expect(JSON.stringify(events.rows)).not.toContain(decided)
      expect(events.rows[0].actor_name).toMatch(/^评价人 /)
    })
  })

  it('is called back, put right and answered in its days; the rater reads the answer', async () => {
    const [one] = await bad(other)
    if (!one) throw new Error('no bad rating')
    expect(one).toMatchObject({ dueOn: '2026-03-23', overdue: false, steps: ['callBack', 'appeal'] })
    const early = await other.post(`/ratings/${one.id}/answer`, { version: one.version, words: '已改' })
    expect(told(early)).toBe('422 ratings.not_possible')
    const stale = await other.post(`/ratings/${one.id}/call-back`, { version: 99, words: '已电话' })
    expect(told(stale)).toBe('409 ratings.changed_meanwhile')
    let version = one.version
    for (const [verb, words] of [
      ['call-back', '已电话了解情况'],
      ['correct', '增设一个窗口'],
      ['answer', '已增设窗口，抱歉让您久等'],
    ]) {
      const answer = await other.post(`/ratings/${one.id}/${verb}`, { version, words })
      expect(answer).toMatchObject({ status: 200 })
      version = BadRating.parse(answer.body).version
    }
    const own = (await firm.get('/ratings/own')).body as { ratings: unknown[] }
    expect(own.ratings).toContainEqual(expect.objectContaining({ answer: '已增设窗口，抱歉让您久等' }))
  })

  it('that is malicious is struck out by another person than who appealed', async () => {
    const third = await decide()
    await firm.post('/ratings', { case: third, grade: 2 })
    const one = (await bad(other)).find(({ caseId }) => caseId === third)
    if (!one) throw new Error('no bad rating')
    const words = '企业把别的部门的事算在这里'
    const appealed = BadRating.parse(
      (await other.post(`/ratings/${one.id}/appeal`, { version: one.version, words })).body,
    )
    const ruling = { version: appealed.version, words: '属实', uphold: true }
    expect(told(await other.post(`/ratings/${one.id}/decide-appeal`, ruling))).toBe('403 access.not_allowed')
    const upheld = BadRating.parse((await supervisor.post(`/ratings/${one.id}/decide-appeal`, ruling)).body)
    expect(upheld).toMatchObject({ appeal: { state: 'upheld' }, dueOn: null, steps: [] })
  })

  it("follows the zone's own limit", async () => {
    const rule = { source: '本区好差评办法第9条', days: 5, validFrom: '2026-01-01', confidence: 'V' }
    expect((await supervisor.post('/rating-limits', rule)).status).toBe(200)
    const fourth = await decide()
    await firm.post('/ratings', { case: fourth, grade: 2 })
    expect((await bad(other)).find(({ caseId }) => caseId === fourth)).toMatchObject({ dueOn: '2026-03-09' })
    expect((await handler.get('/ratings/matters')).body).toMatchObject({ matters: [{ count: 2, satisfied: null }] })
  })
})
