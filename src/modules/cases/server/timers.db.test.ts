import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { inZone } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import type {} from '../../zones/server/table.ts'
import { CaseDetail } from '../contract/case.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const log = pino({ level: 'silent' })
const all = [
  'business-licence',
  'food-layout',
  'food-equipment',
  'food-rules',
  'trial-run',
  'trial-test',
  'health-certs',
]

let officer: Actor
let applicant: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲食品公司')
  applicant = await actor(stage, 'enterprise', enterprise)
})

/** The worker does what is due at this moment; `times` of them run at once. */
async function work(at: string, times = 1): Promise<void> {
  now = new Date(at)
  const modules = await loadModules()
  await Promise.all(Array.from({ length: times }, () => drain({ db: app().db, modules, log, now: () => now })))
}

/** At 09:00 of every day. */
async function workThrough(from: string, until: string): Promise<void> {
  for (let day = dayNumber(from); day <= dayNumber(until); day++) await work(`${dayFromNumber(day)}T01:00:00Z`)
}

const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}

function read({ status, body }: { status: number; body: unknown }): CaseDetail {
  expect({ status, body }).toMatchObject({ status: 200 })
  return CaseDetail.parse(body)
}

async function submit(day: string, refs: readonly string[] = all): Promise<CaseDetail> {
  on(day)
  const project = await newProject(officer, '食品厂', enterprise)
  return read(await applicant.post('/cases', { project, matter: 'food-licence', papers: refs.map((ref) => ({ ref })) }))
}

async function take(by: Actor, one: CaseDetail, verb: string, input: object = {}): Promise<CaseDetail> {
  return read(await by.post(`/cases/${one.id}/${verb}`, { version: one.version, ...input }))
}

async function ask<T extends object>(sql: string, ...values: unknown[]): Promise<T[]> {
  return withClient(app().ownerUrl, async (c) => (await c.query<T>(sql, values)).rows)
}

/** What this account was told of the case, by day: the day and the sentence without its beginning. */
async function told(who: Actor, { id }: CaseDetail): Promise<string[]> {
  const rows = await ask<{ created_at: Date; text_zh: string; text_en: string; link: string }>(
    'select * from jobs.notifications where account_id = $1 and subject_id = $2 order by id',
    who.accountId,
    id,
  )
  for (const { text_zh, text_en, link } of rows) {
    expect(link).toBe(`/cases/${id}`)
    expect(text_zh).toMatch(/^“食品厂”的“[^”]+”[^。]+。$/)
    expect(text_en).toMatch(/^"[^"]+" of "食品厂".+\.$/)
  }
  return rows
    .map(
      ({ created_at, text_zh }) => `${created_at.toISOString().slice(0, 10)} ${text_zh.replace(/^.*?”的“.*?”：?/, '')}`,
    )
    .sort()
}

const openLooks = ({ id }: CaseDetail) =>
  ask<{ due_at: Date }>(
    `select due_at from jobs.timers where subject_id = $1 and done_at is null and archived_at is null and dead_at is null`,
    id,
  )
const nobodyFailed = async () => expect(await ask('select * from jobs.timers where error is not null')).toEqual([])

describe('a case that nobody answers', () => {
  it('is accepted by law once, on the morning after the limit, from the day of its receipt; both sides are told', async () => {
    const one = await submit('2026-03-02', all.slice(0, 5))
    await workThrough('2026-03-03', '2026-03-09')
    await work('2026-03-10T00:59:00Z')
    expect(read(await officer.get(`/cases/${one.id}`)).state).toBe('received')
    await workThrough('2026-03-10', '2026-03-12')
    const after = read(await officer.get(`/cases/${one.id}`))
    expect(after).toMatchObject({ state: 'accepted', acceptedOn: '2026-03-02', deemedAcceptedOn: '2026-03-02' })
    expect(after.actions.map(({ verb, actorName, happenedOn }) => `${verb} ${actorName} ${happenedOn}`)).toEqual([
      `submit ${applicant.name} 2026-03-02`,
      'deemAccepted system 2026-03-10',
    ])
    const events = await ask('select * from journal.events where subject_id = $1 order by id', one.id)
    expect(events.map(({ action }: { action?: string }) => action)).toEqual(['submit', 'deemAccepted'])
    expect(events[1]).toMatchObject({
      actor_id: null,
      actor_name: 'system',
      before: { state: 'received' },
      after: { state: 'accepted', acceptedOn: '2026-03-02', 'paper:trial-test': 'owed' },
    })
    expect((events[1] as { note: string }).note).toContain('第三十二条第一款第四项')
    expect(await told(applicant, one)).toEqual([
      '2026-03-10 逾期未告知补正，依据行政许可法第三十二条自收到之日起即为受理。',
    ])
    expect(await told(officer, one)).toEqual([
      '2026-03-05 接件后告知期限 2026-03-09 到期，还有 2 个工作日，逾期即视为受理。',
      '2026-03-10 承诺时限今天到期。',
      '2026-03-10 逾期未告知补正，依据行政许可法第三十二条自收到之日起即为受理。',
      '2026-03-11 承诺时限 2026-03-10 到期，已超 1 个工作日。',
      '2026-03-12 法定时限 2026-03-16 到期，还有 2 个工作日。',
    ])
    const refused = await officer.post(`/cases/${one.id}/correct`, {
      ...{ version: after.version, reason: '缺章', papers: [{ ref: 'food-rules', note: '缺章' }] },
    })
    expect(refused).toMatchObject({ status: 422, body: { code: 'cases.not_possible' } })
    await nobodyFailed()
  })

  it('that was entered days after it came leaves the office until the next morning to enter its answer', async () => {
    on('2026-04-20')
    const project = await newProject(officer, '食品厂', enterprise)
    const papers = all.map((ref) => ({ ref }))
    let one = read(
      await applicant.post('/cases', { project, matter: 'food-licence', papers, happenedOn: '2026-04-01' }),
    )
    await work('2026-04-20T03:00:00Z')
    expect((await openLooks(one)).map(({ due_at }) => due_at.toISOString())).toEqual(['2026-04-21T01:00:00.000Z'])
    one = await take(officer, one, 'accept', { happenedOn: '2026-04-03' })
    await work('2026-04-21T01:00:00Z')
    expect(read(await officer.get(`/cases/${one.id}`)).deemedAcceptedOn).toBeNull()
  })
})

describe('reminders', () => {
  it('come once each, also after an outage of seven days and when two workers run', async () => {
    const one = await take(officer, await submit('2026-05-11'), 'accept')
    await workThrough('2026-05-12', '2026-05-14')
    await work('2026-05-22T03:00:00Z', 2)
    await workThrough('2026-05-25', '2026-06-05')
    expect(await told(officer, one)).toEqual([
      '2026-05-22 承诺时限 2026-05-19 到期，已超 3 个工作日。',
      '2026-05-22 法定时限 2026-05-25 到期，还有 1 个工作日。',
      '2026-05-26 法定时限 2026-05-25 到期，已超 1 个工作日。',
    ])
    expect(await told(applicant, one)).toEqual(['2026-05-12 已受理。'])
    const bell = (await officer.get('/notifications?limit=200')).body as { notifications: { subjectId: string }[] }
    expect(bell.notifications.filter(({ subjectId }) => subjectId === one.id)).toHaveLength(3)
    expect(await openLooks(one)).toEqual([])
    await nobodyFailed()
  })

  it('wait while the case is suspended, and move with the due day', async () => {
    let one = await take(officer, await submit('2026-07-06'), 'accept')
    await work('2026-07-06T03:00:00Z')
    expect(await openLooks(one)).toHaveLength(1)
    on('2026-07-08')
    one = await take(officer, one, 'suspend', { reason: '专家评审', promisedDays: 10 })
    await workThrough('2026-07-08', '2026-07-26')
    expect(await openLooks(one)).toEqual([])
    on('2026-07-27')
    one = await take(officer, one, 'resume', { reason: '评审结束' })
    await workThrough('2026-07-28', '2026-08-01')
    expect(await told(officer, one)).toEqual([
      '2026-07-20 特别程序告知时长 2026-07-22 到期，还有 2 个工作日。',
      '2026-07-23 特别程序告知时长 2026-07-22 到期，已超 1 个工作日。',
      '2026-07-29 承诺时限 2026-07-31 到期，还有 2 个工作日。',
    ])
    expect((await told(applicant, one)).map((line) => line.slice(11))).toEqual([
      '已受理。',
      '进入特别程序，期限中止计算。',
      '特别程序告知时长 2026-07-22 到期，已超 1 个工作日。',
      '特别程序结束，期限继续计算。',
    ])
  })

  it('tell both sides of an owed paper, and the applicant of a correction that does not come', async () => {
    // An enterprise of its own: a paper of the first one has lapsed above, and lapses cost credit.
    enterprise = await newEnterprise(officer, '乙食品公司')
    applicant = await actor(stage, 'enterprise', enterprise)
    const owing = await take(officer, await submit('2026-08-03', all.slice(0, 6)), 'accept', { owed: ['health-certs'] })
    const correcting = await take(officer, await submit('2026-08-03'), 'correct', {
      ...{ reason: '缺章', papers: [{ ref: 'food-rules', note: '缺章' }] },
    })
    await workThrough('2026-08-04', '2026-08-18')
    const owed = (await told(applicant, owing)).filter((line) => line.includes('容缺'))
    expect(owed.map((line) => line.replace(/“.*?”/, ''))).toEqual([
      '2026-08-13 容缺材料 2026-08-17 到期，还有 2 个工作日。',
      '2026-08-18 容缺材料 2026-08-17 到期，已超 1 个工作日。',
    ])
    expect((await told(officer, owing)).filter((line) => line.includes('容缺'))).toEqual(owed)
    expect(await told(applicant, correcting)).toEqual([
      '2026-08-04 需要补正，请按一次性告知的内容全部补齐后提交。',
      '2026-08-10 自 2026-08-03 告知补正后还没有收到，请全部补齐后提交。',
    ])
    expect(await told(officer, correcting)).toEqual([])
    on('2026-08-18')
    await take(applicant, correcting, 'resubmit', { papers: [{ ref: 'food-rules' }] })
    await work('2026-08-18T03:00:00Z')
    expect(await told(officer, correcting)).toEqual(['2026-08-18 已提交补正，请在 5 个工作日内受理或者不予受理。'])
  })

  it('follow a calendar that is corrected afterwards, and say what was said already no second time', async () => {
    const close = async (day: string) => {
      const { id } = await zoneRef(app().db, 'linyi')
      const made = { created_at: now, created_by: 'test', updated_at: now, updated_by: 'test', archived_at: null }
      await inZone(app().db, id, (db) =>
        db
          .insertInto('zones.calendar_days')
          .values({ zone_id: id, id: newId(now), version: 1, ...made, day, worked: false, reason: '停电' })
          .execute(),
      )
    }
    const one = await take(officer, await submit('2026-12-07'), 'accept')
    await workThrough('2026-12-08', '2026-12-09')
    await close('2026-12-11')
    await workThrough('2026-12-10', '2026-12-14')
    await close('2026-12-16')
    await workThrough('2026-12-15', '2026-12-18')
    expect(await told(officer, one)).toEqual([
      '2026-12-14 承诺时限 2026-12-16 到期，还有 2 个工作日。',
      '2026-12-18 承诺时限 2026-12-17 到期，已超 1 个工作日。',
    ])
    await nobodyFailed()
  })

  it('end with the decision: of what passed only the delivery is left, of what did not nothing', async () => {
    const why = { reason: '场所不合格', remedies: '可以申请行政复议' }
    let passed = await take(officer, await submit('2026-10-12'), 'accept')
    passed = await take(officer, passed, 'decide', { result: 'pass' })
    const failed = await take(officer, await take(officer, await submit('2026-10-12'), 'accept'), 'decide', {
      ...{ result: 'not_pass', ...why },
    })
    await work('2026-10-12T03:00:00Z')
    expect([await openLooks(passed), await openLooks(failed)].map((looks) => looks.length)).toEqual([1, 0])
    passed = await take(officer, passed, 'issue')
    await workThrough('2026-10-13', '2026-11-20')
    expect(await openLooks(passed)).toEqual([])
    expect([...(await told(officer, passed)), ...(await told(officer, failed))]).toEqual([])
    expect((await told(applicant, passed)).map((line) => line.slice(11))).toEqual([
      '已办结通过。',
      '已受理。',
      '结果已送达。',
    ])
    expect((await told(applicant, failed)).map((line) => line.slice(11))).toEqual(['已办结不通过。', '已受理。'])
  })
})

describe('whom the office is', () => {
  const standsFor = async (who: Actor, name: string): Promise<string> => {
    const admin = await actor(stage, 'admin')
    const { body } = await admin.post('/people', { name })
    const personId = (body as { record: { id: string } }).record.id
    const { id } = await zoneRef(app().db, 'linyi')
    await inZone(app().db, id, (db) =>
      db
        .updateTable('access.memberships')
        .set({ person_id: personId })
        .where('zone_id', '=', id)
        .where('account_id', '=', who.accountId)
        .execute(),
    )
    return personId
  }
  const away = async (values: object) =>
    expect((await officer.post('/absences', { reason: 'leave', ...values })).status).toBe(200)

  it('the handler; the delegate while the handler is away; every officer when nobody stands in', async () => {
    on('2026-11-02')
    const [handler, delegate, third] = [await actor(stage, 'officer'), await actor(stage, 'officer'), officer]
    const one = await take(handler, await submit('2026-11-02'), 'accept')
    const personId = await standsFor(handler, '张经办')
    const delegateId = await standsFor(delegate, '李经办')
    await away({ personId, fromOn: '2026-11-06', toOn: '2026-11-10', delegateId })
    await away({ personId, fromOn: '2026-11-11', toOn: '2026-11-14' })
    await workThrough('2026-11-02', '2026-11-17')
    expect(await told(handler, one)).toEqual([
      '2026-11-11 承诺时限 2026-11-10 到期，已超 1 个工作日。',
      '2026-11-12 法定时限 2026-11-16 到期，还有 2 个工作日。',
      '2026-11-17 法定时限 2026-11-16 到期，已超 1 个工作日。',
    ])
    expect(await told(delegate, one)).toEqual([
      '2026-11-06 承诺时限 2026-11-10 到期，还有 2 个工作日。',
      '2026-11-11 承诺时限 2026-11-10 到期，已超 1 个工作日。',
      '2026-11-12 法定时限 2026-11-16 到期，还有 2 个工作日。',
    ])
    expect(await told(third, one)).toEqual([
      '2026-11-11 承诺时限 2026-11-10 到期，已超 1 个工作日。',
      '2026-11-12 法定时限 2026-11-16 到期，还有 2 个工作日。',
    ])
    await nobodyFailed()
  })
})
