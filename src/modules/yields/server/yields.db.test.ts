import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'
import { YieldReport, YieldResult, YieldRound } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛']
let officer: Actor
let firm: Actor
let ids: string[]

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const report = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return YieldReport.parse(answer.body)
}
const grades = ({ results }: YieldReport) =>
  results.map(({ enterprise, grade }) => `${enterprise.name.slice(0, 1)}${grade ?? '-'}`).join(' ')
const enter = async (rows: readonly object[]) => {
  expect(await officer.post('/annuals/enter', { rows })).toMatchObject({ status: 200 })
}
const values = (enterprise: string, told: Record<string, number>, source = 'statistics') =>
  Object.entries(told).map(([item, value]) => ({ enterprise, year: 2025, item, value, source, confidence: 'V' }))

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  ids = []
  for (const name of names) {
    const made = await officer.post('/enterprises', { name: `${name}公司`, status: 'operating', aboveScale: false })
    ids.push((made.body as { record: { id: string } }).record.id)
  }
  firm = await actor(stage, 'enterprise', ids[7])
  // 10 mu each; the later the name, the less tax.
  const rows = ids.flatMap((id, i) => values(id, { landTitled: 20_000 / 3, tax: 200 - i * 20, power: 900 }))
  await enter(rows)
})

it('goes from draft through publication and objection to a corrected, final result, and keeps every edition', async () => {
  const opened = report(await officer.post('/yields', { year: 2025, sheet: 'huangyan-2022' }))
  expect(grades(opened)).toBe('丁B 丙B 乙A 己C 庚C 戊B 甲A 辛D')
  expect(told(await officer.post('/yields', { year: 2025, sheet: 'huangyan-2022' }))).toBe('409 yields.draft_there')
  const { id } = opened.round
  expect(told(await firm.get(`/yields/${id}`))).toBe('404 http.not_found')
  const publish = { version: 1, objectUntil: '2026-03-12' }
  expect(told(await officer.post(`/yields/${id}/publish`, { ...publish, objectUntil: '2026-03-03' }))).toBe(
    '422 yields.too_short',
  )
  expect(told(await firm.post(`/yields/${id}/publish`, publish))).toBe('403 access.not_allowed')
  const published = report(await officer.post(`/yields/${id}/publish`, publish))
  expect(published.round).toMatchObject({ state: 'published', publishedOn: '2026-03-02', version: 2 })
  expect(told(await officer.post(`/yields/${id}/confirm`, { version: 2 }))).toBe('422 yields.window_open')

  const own = report(await firm.get(`/yields/${id}`))
  expect([grades(own), own.may.object]).toEqual(['辛D', true])
  const objected = report(await firm.post(`/yields/${id}/object`, { reason: '税收漏计一笔' }))
  expect(objected.objections).toMatchObject([{ state: 'raised', reason: '税收漏计一笔' }])
  expect(told(await firm.post(`/yields/${id}/object`, { reason: '再提' }))).toBe('422 yields.open_already')

  // The tax office's number counts before the one of statistics, which was entered first.
  await enter(values(ids[7] ?? '', { tax: 210 }, 'tax'))
  const still = report(await officer.get(`/yields/${id}`))
  expect(grades(still)).toBe(grades(published))
  now = new Date('2026-03-20T02:00:00Z')
  expect(told(await officer.post(`/yields/${id}/confirm`, { version: 2 }))).toBe('422 yields.objections_open')
  const [objection] = still.objections
  const decision = { version: 1, uphold: true, reason: '税务数据已更正' }
  const corrected = report(await officer.post(`/yield-objections/${objection?.id}/decide`, decision))
  expect(grades(corrected)).toBe(grades(published).replace('辛D', '辛A'))
  expect(told(await officer.post(`/yield-objections/${objection?.id}/decide`, decision))).toBe(
    '409 yields.changed_meanwhile',
  )
  const final = report(await officer.post(`/yields/${id}/confirm`, { version: 2 }))
  expect(final.round).toMatchObject({ state: 'final', finalOn: '2026-03-20' })
  expect(told(await firm.post(`/yields/${id}/object`, { reason: '晚了' }))).toBe('422 yields.window_closed')

  const Grades = z.object({ grades: z.array(z.object({ round: YieldRound, results: z.array(YieldResult) })) })
  const [year] = Grades.parse((await firm.get(`/yield-grades/${ids[7]}`)).body).grades
  expect(year?.results.map(({ edition, grade, reason }) => [edition, grade, reason])).toEqual([
    [1, 'D', null],
    [2, 'A', '税务数据已更正'],
  ])
  expect(told(await firm.get(`/yield-grades/${ids[0]}`))).toBe('404 http.not_found')
  const figure = (await officer.get('/figures/yields.gradeA')).body as { rows: { name: string }[] }
  expect(figure.rows.map(({ name }) => name).sort()).toEqual(['乙公司', '甲公司', '辛公司'])
})

it('names who lacks data, counts group firms together, leaves exempt ones aside, and takes own base values', async () => {
  now = new Date('2026-03-21T02:00:00Z')
  const [first = '', second = '', third = ''] = ids
  const more = { fromYear: 2024, document: '纪要' }
  expect((await officer.post('/yield-exemptions', { ...more, enterpriseId: first, reason: 'utility' })).status).toBe(
    200,
  )
  expect((await officer.post('/yield-mergers', { ...more, enterpriseId: second, intoId: third })).status).toBe(200)
  expect(told(await officer.post('/yield-mergers', { ...more, enterpriseId: third, intoId: third }))).toBe(
    '400 records.value_refused',
  )
  await officer.post('/enterprises', { name: '壬公司', status: 'operating', aboveScale: true })
  const draft = report(await officer.post('/yields', { year: 2025, sheet: 'huangyan-2022', bases: { taxPerMu: 20 } }))
  const of = (name: string) => draft.results.find(({ enterprise }) => enterprise.name === `${name}公司`)
  expect(draft.round.sheet.groups.small[0]?.base).toBe(20)
  expect(of('甲')).toMatchObject({ standing: 'exempt', grade: 'B', score: null })
  expect(of('壬')).toMatchObject({ standing: 'incomplete', missing: ['land'], grade: null })
  expect(of('乙')).toMatchObject({ into: { name: '丙公司' }, rank: null, mu: 20, grade: of('丙')?.grade })
  const publish = { version: 1, objectUntil: '2026-04-12' }
  const { id } = draft.round
  expect(told(await officer.post(`/yields/${id}/publish`, publish))).toBe('422 yields.incomplete')
  expect(told(await officer.post(`/yields/${id}/publish`, { ...publish, version: 5 }))).toBe(
    '409 yields.changed_meanwhile',
  )
  expect(told(await officer.post(`/yields/${id}/publish`, { ...publish, leaveIncomplete: true }))).toBe('200')
  expect(told(await officer.post('/yields', { year: 2025, sheet: 'nowhere' }))).toBe('422 yields.unknown_sheet')
})

it('of mixed business counts the entered share, and small firms that rent long take part where the sheet says so', async () => {
  now = new Date('2026-05-06T02:00:00Z')
  const made = await officer.post('/enterprises', { name: '癸公司', status: 'operating', aboveScale: false })
  const { id: renter } = (made.body as { record: { id: string } }).record
  const rented = [2025, 2024, 2023].map((year) => ({
    ...{ enterprise: renter, year, item: 'floorLeasedIn', value: 3_200, source: 'survey', confidence: 'V' },
  }))
  await enter([...values(renter, { landLeasedIn: 2_000, tax: 60 }), ...rented])
  const mixed = ids[7] ?? ''
  const split = { enterpriseId: mixed, item: 'tax', fromYear: 2024, document: '核查表' }
  expect(told(await officer.post('/yield-splits', { ...split, sharePercent: 120 }))).toBe('400 http.invalid_input')
  expect((await officer.post('/yield-splits', { ...split, sharePercent: 50 })).status).toBe(200)
  const draft = async () => {
    const { rounds } = (await officer.get('/yields')).body as { rounds: { id: string; state: string }[] }
    const open = rounds.find(({ state }) => state === 'draft')
    return report(
      open
        ? await officer.get(`/yields/${open.id}`)
        : await officer.post('/yields', { year: 2025, sheet: 'tax-sales-five' }),
    ).results
  }
  const of = async (name: string) => (await draft()).find(({ enterprise }) => enterprise.name === name)
  // 210 by the tax office on 10 mu, of which half is of the evaluated business.
  expect((await of('辛公司'))?.parts).toMatchObject([{ measure: 'taxPerMu', value: 10.5 }])
  expect(await of('癸公司')).toMatchObject({ standing: 'incomplete', missing: ['rentingYears'] })
  await enter([{ ...rented[0], year: 2022 }])
  expect(await of('癸公司')).toMatchObject({ standing: 'graded', mu: 3, grade: expect.any(String) })
})
