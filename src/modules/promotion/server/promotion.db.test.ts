import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../../test/support/server.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { AgreementView } from '../contract/agreements.ts'
import { LeadDossier } from '../contract/leads.ts'
import { LedgerLine } from '../contract/ledger.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let promoter: Actor
let leader: Actor
let officer: Actor
let channel: string

const told = ({ status, body }: Answer) => `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const madeId = (answer: Answer) => {
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}
const lead = (answer: Answer) => {
  expect(answer).toMatchObject({ status: 200 })
  return LeadDossier.parse(answer.body)
}
const agreement = (answer: Answer) => {
  expect(answer).toMatchObject({ status: 200 })
  return AgreementView.parse(answer.body)
}

beforeAll(async () => {
  promoter = await actor(stage, 'promoter')
  leader = await actor(stage, 'leader')
  officer = await actor(stage, 'officer')
  channel = madeId(await promoter.post('/promotion-channels', { name: '食品产业链招商', kind: 'chain' }))
})

interface Given {
  readonly company: string
  readonly name: string
  readonly phone?: string
  readonly more?: object
}

const formOf = ({ company, name, phone, more = {} }: Given) => ({
  ...{
    company,
    name,
    channelId: channel,
    foundOn: '2026-02-20',
    industryCode: 'C1523',
    investmentYuan: '120000000.00',
  },
  ...(phone !== undefined && { contact: { name: '李某', post: '总经理', phone } }),
  ...more,
})
const enter = async (given: Given) => {
  const answer = await promoter.post('/leads/enter', formOf(given))
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { id: string }).id
}
const read = async (id: string) => lead(await promoter.get(`/leads/${id}/dossier`))

/** A lead in talks with an agreement of these clauses. */
async function inTalks(given: Given, clauses: readonly { heading: string; words: string }[]) {
  const id = await enter(given)
  lead(await promoter.post(`/leads/${id}/visits`, { kind: 'call', note: '有意向' }))
  const { version } = await read(id)
  lead(await promoter.post(`/leads/${id}/talks`, { version, reason: '补链急需' }))
  const title = `${given.name}投资协议`
  const made = await promoter.post('/investment-agreements', {
    title,
    leadId: id,
    kind: 'investment',
    amountYuan: '110000000.00',
  })
  const draft = madeId(made)
  return {
    id,
    draft,
    view: agreement(await promoter.post(`/investment-agreements/${draft}/clauses`, { version: 1, clauses })),
  }
}

const lawful = [{ heading: '用地', words: '甲方依法以招标拍卖挂牌方式供应国有建设用地使用权。' }]

describe('a lead', () => {
  it('walks from the first call to a project, and nothing is typed twice', async () => {
    const given = {
      ...{ company: '山西甲食品有限公司', name: '年产10万吨果汁饮料项目', phone: '13900001234' },
      more: { landMu: 50, parcel: 'A-03', region: '江苏苏州' },
    }
    const flagged = [...lawful, { heading: '扶持', words: '乙方增值税地方留存部分由甲方前三年全额返还。' }]
    const { id, draft, view } = await inTalks(given, flagged)
    await promoter.post('/lead-talks', {
      topic: '用地面积',
      leadId: id,
      round: 1,
      heldOn: '2026-03-01',
      agreed: '50亩',
    })
    const flag = view.clauses[1]?.flags[0]
    expect(view).toMatchObject({ toReview: 1, maySign: false, mayReview: false })
    expect(flag).toMatchObject({ code: 'taxReturn', article: '第十条第（一）项', review: null })
    const signIt = { version: view.version, signedOn: '2026-03-02' }
    expect(told(await promoter.post(`/investment-agreements/${draft}/sign`, signIt))).toBe('422 promotion.not_reviewed')
    const review = { clause: view.clauses[1]?.id, flag: 'taxReturn', outcome: 'change', reason: '没有依据，删去返还' }
    expect(told(await promoter.post(`/investment-agreements/${draft}/reviews`, review))).toBe('403 access.not_allowed')
    agreement(await officer.post(`/investment-agreements/${draft}/reviews`, review))
    expect(told(await promoter.post(`/investment-agreements/${draft}/sign`, signIt))).toBe(
      '422 promotion.clause_to_change',
    )
    const changed = agreement(
      await promoter.post(`/investment-agreements/${draft}/clauses`, {
        version: view.version,
        clauses: [...lawful, { heading: '扶持', words: '乙方可以申请面向全体企业公开的政策。' }],
      }),
    )
    expect(changed).toMatchObject({ toReview: 0, maySign: true })
    const signed = agreement(
      await promoter.post(`/investment-agreements/${draft}/sign`, { version: changed.version, signedOn: '2026-03-02' }),
    )
    expect(signed).toMatchObject({ state: 'signed', signedOn: '2026-03-02' })
    expect(
      told(await promoter.post(`/investment-agreements/${draft}/clauses`, { version: signed.version, clauses: [] })),
    ).toBe('422 promotion.not_a_draft')
    const before = await read(id)
    expect(before).toMatchObject({ stage: 'signed', may: ['handOver'] })
    const key = { 'idempotency-key': '019aaaaa-0000-7000-8000-000000000031' }
    const handed = lead(await promoter.post(`/leads/${id}/hand-over`, { version: before.version }, key))
    lead(await promoter.post(`/leads/${id}/hand-over`, { version: before.version }, key))
    expect(handed).toMatchObject({ stage: 'handed', enterprise: { name: '山西甲食品有限公司' } })
    const dossier = (await officer.get(`/projects/${handed.project?.id}/dossier`)).body
    expect(dossier).toMatchObject({
      ...{ name: '年产10万吨果汁饮料项目', stage: 'signed', enterprise: { id: handed.enterprise?.id } },
      landAreaSqm: '33333.33',
      evidence: [{ kind: 'negotiation-record' }, { kind: 'agreement' }],
    })
    expect((await officer.get(`/projects/${handed.project?.id}`)).body).toMatchObject({
      ...{ landAreaSqm: 33_333.33, siteWish: 'A-03', investorRegion: '江苏苏州' },
    })
    const { rows } = (await officer.get(`/contacts?enterpriseId=${handed.enterprise?.id}`)).body as {
      rows: { id: string; name: string }[]
    }
    expect(rows).toMatchObject([{ name: '李*' }])
    expect((await officer.post(`/contacts/${rows[0]?.id}/reveal`, {})).body).toMatchObject({
      name: '李某',
      phone: '13900001234',
    })
  })

  it('says when to speak next, and is late by the latest record', async () => {
    const id = await enter({ company: '河南乙机械有限公司', name: '液压件生产线项目', more: { industryCode: 'C3444' } })
    const later = {
      kind: 'visit',
      note: '看了厂房',
      happenedOn: '2026-02-24',
      nextOn: '2026-02-27',
      nextStep: '发资料',
    }
    expect(lead(await promoter.post(`/leads/${id}/visits`, later))).toMatchObject({ nextOn: '2026-02-27', daysLate: 3 })
    const due = (await promoter.get('/leads-due')).body as { leads: { id: string }[]; counts: { late: number } }
    expect(due.counts.late).toBe(1)
    expect(due.leads[0]?.id).toBe(id)
    const early = { ...later, happenedOn: '2026-02-22', nextOn: '2026-02-23' }
    expect(lead(await promoter.post(`/leads/${id}/visits`, early)).nextOn).toBe('2026-02-27')
    const tomorrow = { ...later, happenedOn: '2026-03-03', nextOn: null }
    expect(told(await promoter.post(`/leads/${id}/visits`, tomorrow))).toBe('422 promotion.visit_in_the_future')
    expect(told(await promoter.post(`/leads/${id}/visits`, { ...later, nextOn: '2026-02-20' }))).toBe(
      '400 records.value_refused',
    )
  })

  it('is marked by several judges with evidence; the result is unknown until all is marked', async () => {
    const id = await enter({ company: '浙江丙包装有限公司', name: '可降解包装膜项目', more: { industryCode: 'C2921' } })
    const codes = (await read(id)).evaluation.criteria.map(({ code }) => code)
    const marks = codes.map((code) => ({ code, mark: 80, evidence: '可研报告第3章' }))
    const part = await officer.post(`/leads/${id}/marks`, { marks: marks.slice(1) })
    expect(part).toMatchObject({ status: 200, body: { score: null, passes: null, missing: [codes[0]] } })
    const whole = await leader.post(`/leads/${id}/marks`, { marks: marks.map((one) => ({ ...one, mark: 60 })) })
    expect(whole).toMatchObject({ status: 200, body: { judges: 2, passes: true } })
    expect(told(await officer.post(`/leads/${id}/marks`, { marks: [{ code: 'no', mark: 1, evidence: 'x' }] }))).toBe(
      '422 promotion.unknown_criterion',
    )
    const stranger = await actor(stage, 'supervisor')
    expect(told(await stranger.post(`/leads/${id}/marks`, { marks }))).toBe('403 access.not_allowed')
  })

  it('is closed with its cause and taken up again; a stale version and a wrong stage are refused', async () => {
    const id = await enter({ company: '福建丁纺织有限公司', name: '功能纱线项目', more: { industryCode: 'C1711' } })
    expect(told(await promoter.post(`/leads/${id}/talks`, { version: 1, reason: '急' }))).toBe(
      '422 promotion.no_contact',
    )
    const closed = lead(await leader.post(`/leads/${id}/close`, { version: 1, cause: 'elsewhere', reason: '落户外省' }))
    expect(closed).toMatchObject({ stage: 'closed', may: ['reopen'] })
    expect(told(await leader.post(`/leads/${id}/reopen`, { version: 1, reason: '又有意向' }))).toBe(
      '409 promotion.stale',
    )
    expect(told(await leader.post(`/leads/${id}/hand-over`, { version: 2 }))).toBe('422 promotion.wrong_stage')
    expect(lead(await leader.post(`/leads/${id}/reopen`, { version: 2, reason: '又有意向' })).stage).toBe('lead')
    const foreign = await actor({ ...stage, zone: 'jiexiu' }, 'promoter')
    expect(told(await foreign.get(`/leads/${id}/dossier`))).toBe('404 http.not_found')
    expect((await officer.get('/lead-funnel')).body).toMatchObject({ years: [2026] })
  })
})

describe('a second entry', () => {
  const first = {
    company: '江苏戊新材料有限公司',
    name: '陶瓷滤料生产线项目',
    phone: '139 0000 5678',
    more: { industryCode: 'C3073' },
  }
  const again = { company: '戊新材料', name: '陶瓷滤料项目', phone: '+86-13900005678', more: { industryCode: 'C3073' } }

  it('is refused until the person has looked; merged, what is unknown is taken over and nothing is lost', async () => {
    const keep = await enter(first)
    const answer = await promoter.post('/leads/enter', formOf(again))
    expect(told(answer)).toBe('409 promotion.may_be_known')
    const { twins } = (
      await promoter.post('/leads/look-alikes', {
        ...{ company: again.company, name: again.name, phone: '13900005678', industryCode: 'C3073' },
      })
    ).body as {
      twins: { id: string; verdict: string; reasons: { code: string }[] }[]
    }
    expect(twins[0]).toMatchObject({ id: keep, verdict: 'same' })
    expect(twins[0]?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['name', 'phone', 'project']))
    const other = await enter({ ...again, more: { ...again.more, seen: [keep], landMu: 30 } })
    lead(
      await promoter.post(`/leads/${other}/visits`, { kind: 'call', note: '第二个人打的电话', nextOn: '2026-03-09' }),
    )
    const { pairs } = (await promoter.get('/lead-twins')).body as { pairs: { a: { id: string }; b: { id: string } }[] }
    expect(pairs.map(({ a, b }) => [a.id, b.id])).toContainEqual([keep, other].toSorted())
    const decision = {
      keep: { id: keep, version: 1 },
      other: { id: other, version: 1 },
      decision: 'merge',
      reason: '同一项目',
    }
    expect(told(await officer.post('/lead-twins', decision))).toBe('403 access.not_allowed')
    expect((await promoter.post('/lead-twins', decision)).body).toMatchObject({ keep, filled: ['land_mu'] })
    const merged = await read(keep)
    expect(merged).toMatchObject({ landMu: 30, nextOn: null, visits: [{ note: '第二个人打的电话', fromMerged: true }] })
    expect(merged.contacts).toHaveLength(2)
    expect(await read(other)).toMatchObject({ stage: 'merged', mergedInto: { id: keep }, may: [] })
    expect(told(await promoter.post('/lead-twins', decision))).toBe('409 promotion.stale')
  })

  it('of an erased person is found by the telephone no more', async () => {
    const phone = '13711112222'
    const id = await enter({
      company: '陕西己医药有限公司',
      name: '中药饮片项目',
      phone,
      more: { industryCode: 'C2730' },
    })
    const look = async () => {
      const answer = await promoter.post('/leads/look-alikes', { company: '全不相干的庚公司', phone })
      return (answer.body as { twins: { id: string }[] }).twins.map((one) => one.id)
    }
    const probe = { company: '己医药', name: '饮片', phone, industryCode: 'C2730' }
    const reasons = async () => {
      const { twins } = (await promoter.post('/leads/look-alikes', probe)).body as {
        twins: { id: string; reasons: { code: string; weight: number }[] }[]
      }
      return twins.find((one) => one.id === id)?.reasons.find(({ code }) => code === 'phone')?.weight
    }
    expect(await reasons()).toBe(4)
    const { contacts } = await read(id)
    const security = await actor(stage, 'security')
    expect(
      (await security.post(`/lead-contacts/${contacts[0]?.id}/erase`, { version: 1, reason: '本人要求' })).status,
    ).toBe(200)
    await drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
    expect(await reasons()).toBeUndefined()
    expect(await look()).not.toContain(id)
  })

  it('to sign one project under another name is caught', async () => {
    const one = await inTalks(
      { company: '安徽辛光伏有限公司', name: '光伏边框生产线项目', more: { industryCode: 'C3311' } },
      lawful,
    )
    const two = await inTalks(
      { company: '合肥辛光伏股份有限公司', name: '光伏边框项目', more: { industryCode: 'C3311', seen: [one.id] } },
      lawful,
    )
    agreement(
      await leader.post(`/investment-agreements/${one.draft}/sign`, {
        version: one.view.version,
        signedOn: '2026-03-02',
      }),
    )
    const second = { version: two.view.version, signedOn: '2026-03-02' }
    expect(told(await leader.post(`/investment-agreements/${two.draft}/sign`, second))).toBe(
      '422 promotion.signed_by_a_twin',
    )
    const sides = {
      keep: { id: one.id, version: (await read(one.id)).version },
      other: { id: two.id, version: (await read(two.id)).version },
    }
    const different = { ...sides, decision: 'different', reason: '确为两个法人两个项目' }
    expect((await leader.post('/lead-twins', different)).status).toBe(200)
    agreement(await leader.post(`/investment-agreements/${two.draft}/sign`, second))
    const third = madeId(
      await promoter.post('/investment-agreements', {
        title: '再签',
        leadId: one.id,
        kind: 'investment',
        amountYuan: '1.00',
      }),
    )
    const view = agreement(
      await promoter.post(`/investment-agreements/${third}/clauses`, { version: 1, clauses: lawful }),
    )
    expect(
      told(
        await leader.post(`/investment-agreements/${third}/sign`, { version: view.version, signedOn: '2026-03-02' }),
      ),
    ).toBe('422 promotion.signed_before')
  })
})

describe('the ledger', () => {
  it('takes money with its proof, and takes it back by a counter-entry', async () => {
    const { draft, view } = await inTalks(
      { company: '广东壬电子有限公司', name: '连接器项目', more: { industryCode: 'C3989' } },
      lawful,
    )
    const money = {
      agreement: draft,
      happenedOn: '2026-03-02',
      basis: 'receipt',
      currency: 'CNY',
      amount: '2000000.00',
      document: '银行回单 001',
    }
    expect(told(await promoter.post('/paid-in', money))).toBe('422 promotion.not_signed')
    agreement(
      await promoter.post(`/investment-agreements/${draft}/sign`, { version: view.version, signedOn: '2026-03-02' }),
    )
    const proof = (await promoter.upload('/files', 'receipt.txt', '回单')).body as { id: string }
    const first = LedgerLine.parse((await promoter.post('/paid-in', { ...money, fileId: proof.id })).body)
    expect(first).toMatchObject({
      paid: { receipt: '2000000.00', statistics: '0.00' },
      entries: [{ fileName: 'receipt.txt' }],
    })
    const dollars = {
      ...money,
      basis: 'foreign',
      currency: 'USD',
      amount: '100000.00',
      rate: '7.1',
      document: '外汇登记 002',
    }
    const second = LedgerLine.parse((await promoter.post('/paid-in', dollars)).body)
    expect(second).toMatchObject({ paid: { receipt: '2000000.00', foreign: '710000.00' }, share: 0.0182 })
    expect(told(await officer.post('/paid-in', money))).toBe('403 access.not_allowed')
    const id = first.entries[0]?.id
    const back = LedgerLine.parse((await promoter.post(`/paid-in/${id}/counter`, { reason: '录错金额' })).body)
    expect(back).toMatchObject({ paid: { receipt: '0.00' } })
    expect(back.entries.find((one) => one.id === id)?.counteredBy).not.toBeNull()
    expect(told(await promoter.post(`/paid-in/${id}/counter`, { reason: '再来' }))).toBe(
      '422 promotion.countered_already',
    )
    expect((await officer.get(`/files/${proof.id}`)).status).toBe(200)
    const ended = agreement(
      await promoter.post(`/investment-agreements/${draft}/end`, { version: 3, reason: '企业退出' }),
    )
    expect(ended.state).toBe('ended')
  })

  it('counts what every channel brought home', async () => {
    const home = (await officer.get('/brought-home')).body as {
      channels: { leads: number; signed: number; handed: number }[]
      lacking: string[]
    }
    expect(home.channels[0]).toMatchObject({ handed: 1, signed: 3 })
    expect(home.lacking).toEqual(['lead', 'service', 'industry'])
    now = new Date('2026-03-03T02:00:00Z')
  })
})
