import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Catalogue, FeeSchedule, type Matter } from '../../../matters/contract/catalogue.ts'
import type { Content } from '../content.ts'
import { applyEdits, editsBetween } from './changes.ts'
import { columnsOf, sheetTitles } from './columns.ts'
import { readContent } from './read.ts'
import { sheetRows } from './write.ts'

const file = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../../data/catalogue/${name}`, import.meta.url), 'utf8'))
const shipped: Content = {
  catalogue: Catalogue.parse(file('matters.json')),
  fees: FeeSchedule.parse(file('fees.json')),
}

/** As a workbook gives it back: a head row, then the cells. */
function sheets(content: Content): Map<string, (string | number | null)[][]> {
  return new Map(
    [...sheetRows(content)].map(([name, rows]) => [
      sheetTitles[name],
      [columnsOf[name].map(({ title }) => title), ...rows.map((row) => [...row])],
    ]),
  )
}

const anyRule = () => null

function changed(code: string, change: (matter: Matter) => Partial<Matter>): Content {
  const matters = shipped.catalogue.matters.map((one) => (one.code === code ? { ...one, ...change(one) } : one))
  return { ...shipped, catalogue: { ...shipped.catalogue, matters } }
}

describe('the catalogue as a workbook', () => {
  test('is the same catalogue when it is read back', () => {
    const { content, errors } = readContent(sheets(shipped), shipped, anyRule)
    expect(errors).toEqual([])
    expect(content).toEqual(shipped)
    expect(JSON.stringify(content)).toBe(JSON.stringify(shipped))
    expect(editsBetween(shipped, content as Content)).toEqual([])
  })

  test('keeps own examples and a promise to the day', () => {
    const given = changed('power', (matter) => ({
      tests: [{ name: '厂房', facts: { landAreaHa: 3.5, newCompany: true, landKind: 'standard-land' }, expect: 'met' }],
      handling: { ...matter.handling, committed: { days: 2, unit: 'workday' } },
    }))
    const { content } = readContent(sheets(given), shipped, anyRule)
    expect(content).toEqual(given)
    const edits = editsBetween(shipped, content as Content)
    expect(edits.map(({ code, act, fields }) => [code, act, Object.keys(fields)])).toEqual([
      ['power', 'set', ['handling', 'tests', 'handlingSource']],
    ])
    expect(applyEdits(shipped, edits).content).toEqual(given)
  })

  test('a sheet with another name is told by both names', () => {
    const renamed = sheets(shipped)
    renamed.set('材料清单', renamed.get('材料') ?? [])
    renamed.delete('材料')
    const { content, errors } = readContent(renamed, shipped, anyRule)
    expect(content).toBeNull()
    expect(errors[0]).toMatchObject({ sheet: '材料', cell: 'A1' })
    expect(errors[0]?.text.zh).toContain('材料清单')
  })

  test.each<[string, string, number, string | number, string]>([
    ['a day that is no number', '事项', columnAt('matters', 'handling.committed.days'), '三天', '承诺时限天数'],
    ['a choice that is none', '需要的材料和结果', columnAt('inputs', 'treatment'), '也许', '处理'],
    ['a matter that is not there', '依据', 0, 'no-such', '事项'],
    ['a mark that is none', '收费', columnAt('fees', 'confidence'), 'Z', '来源标记'],
  ])('%s is named by sheet and cell', (_, sheet, column, value, words) => {
    const given = sheets(shipped)
    const row = given.get(sheet)?.[3]
    if (!row) throw new Error('no such row')
    row[column] = value
    const { errors } = readContent(given, shipped, anyRule)
    expect(errors[0]).toMatchObject({ sheet, cell: expect.stringMatching(/^[A-Z]+4$/) })
    expect(errors[0]?.text.zh).toContain(words)
  })

  test('one code twice and a lost column are told', () => {
    const twice = sheets(shipped)
    twice.get('材料')?.push(twice.get('材料')?.[1] ?? [])
    expect(readContent(twice, shipped, anyRule).errors[0]?.text.zh).toContain('重复')
    const lost = sheets(shipped)
    const head = lost.get('收费')?.[0] ?? []
    head[head.indexOf('依据')] = '根据'
    expect(readContent(lost, shipped, anyRule).errors[0]).toMatchObject({ sheet: '收费', cell: 'A1' })
  })
})

function columnAt(sheet: keyof typeof columnsOf, path: string): number {
  return columnsOf[sheet].findIndex((column) => column.path === path)
}
