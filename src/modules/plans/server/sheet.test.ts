import { describe, expect, test } from 'vitest'
import { calendar, catalogue, compiled, fees, project, start } from '../../../../test/plans/given.ts'
import { defuse } from '../../../platform/sheets/defuse.ts'
import { readWorkbook } from '../../../platform/sheets/read.ts'
import { writeWorkbook } from '../../../platform/sheets/workbook.ts'
import { namesOf } from '../domain/lists/names.ts'
import { planOf } from '../domain/plan.ts'
import { buildPlanSheet } from './sheet.ts'

const facts = project('food-factory').facts
const plan = planOf(compiled, { facts, calendar, start, scenario: 'reform' })
const names = namesOf(catalogue, fees)
const version = { title: catalogue.title, asOf: catalogue.asOf, digest: '0123456789abcdef' }
const context = {
  zone: { zh: '某开发区', en: 'Some zone' },
  version,
  facts,
  on: '2026-03-01',
  now: new Date('2026-03-01T08:00:00Z'),
  foot: null,
}

describe('the workbook of a plan', () => {
  test('has the five sheets in Chinese and in English', async () => {
    const zh = await readWorkbook(await buildPlanSheet(plan, names, { ...context, language: 'zh' }))
    expect([...zh.keys()]).toEqual(['事项清单', '材料清单', '费用', '承诺与容缺', '说明'])
    const en = await readWorkbook(await buildPlanSheet(plan, names, { ...context, language: 'en' }))
    expect([...en.keys()]).toEqual(['Matters', 'Papers', 'Fees', 'Promises', 'Notes'])
  })

  test('lists every matter that applies with real dates and number cells', async () => {
    const sheets = await readWorkbook(await buildPlanSheet(plan, names, { ...context, language: 'zh' }))
    const [head, ...rows] = sheets.get('事项清单') ?? []
    const listed = plan.matters.filter((matter) => matter.applies !== false)
    expect(rows).toHaveLength(listed.length)
    expect(head?.[2]).toBe('事项')
    for (const [i, matter] of listed.entries()) {
      const row = rows[i] ?? []
      expect(row[0]).toBe(i + 1)
      expect(row[2]).toBe(names.matter(matter.code).zh)
      expect(dayOf(row[7])).toBe(matter.finishDate ?? null)
      if (matter.finish !== undefined && matter.start !== undefined) expect(row[8]).toBe(matter.finish - matter.start)
    }
  })

  test('writes money as numbers and the total in words', async () => {
    const sheets = await readWorkbook(await buildPlanSheet(plan, names, { ...context, language: 'zh' }))
    const rows = sheets.get('费用') ?? []
    for (const [i, line] of plan.fees.lines.entries()) {
      expect(rows[i + 1]?.[4] ?? null).toBe(line.payable === null ? null : Number(line.payable))
    }
    expect(rows.at(-1)?.[0]).toContain('合计应缴')
  })

  test('holds every paper once, every commitment and every owed paper', async () => {
    const sheets = await readWorkbook(await buildPlanSheet(plan, names, { ...context, language: 'zh' }))
    const papers = (sheets.get('材料清单') ?? []).slice(1).map((row) => row[1])
    expect(papers.toSorted()).toEqual(plan.papers.map((need) => names.ref(need.paper).zh).toSorted())
    const kinds = (sheets.get('承诺与容缺') ?? []).slice(1).map((row) => row[0])
    expect(kinds.filter((kind) => kind === '告知承诺')).toHaveLength(plan.commitments.length)
    expect(kinds.filter((kind) => kind === '容缺材料')).toHaveLength(plan.owed.length)
  })

  test('says under which catalogue, reforms and answers it was made', async () => {
    const sheets = await readWorkbook(await buildPlanSheet(plan, names, { ...context, language: 'zh' }))
    const notes = new Map((sheets.get('说明') ?? []).map((row) => [row[0], row[1]]))
    expect(notes.get('开发区')).toBe('某开发区')
    expect(notes.get('取得施工许可')).toContain(`${plan.milestones.permit} 个工作日`)
    expect(notes.get('总投资')).toBe('10000 万元')
    expect([...notes.values()].join()).toContain('假定地块按标准地供应')
  })
})

describe('texts that a spreadsheet could run', () => {
  test.each(['=1+1', '+1', '-2', '@SUM(A1)', '\tx', '\rx'])('%j is written as text', (text) => {
    expect(defuse(text)).toBe(`'${text}`)
  })

  test('reach the file as plain text, never as a formula', async () => {
    const bytes = await writeWorkbook({
      title: 't',
      author: 'a',
      createdAt: context.now,
      sheets: [{ name: 's', columns: [{ title: '=HYPERLINK("x")', width: 9 }], rows: [['=1+1'], [7]], notes: ['@x'] }],
    })
    expect((await readWorkbook(bytes)).get('s')).toEqual([[`'=HYPERLINK("x")`], [`'=1+1`], [7], [`'@x`]])
  })
})

const dayOf = (cell: unknown): string | null => (cell instanceof Date ? cell.toISOString().slice(0, 10) : null)
