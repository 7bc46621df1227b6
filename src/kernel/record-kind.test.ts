import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import {
  type AnyRecordKind,
  checkRecordKind,
  type Field,
  type Fields,
  field,
  type RecordOf,
  recordKind,
} from './record-kind.ts'

const declaration = {
  name: 'space.building',
  labels: { one: { zh: '楼宇', en: 'Building' }, many: { zh: '楼宇', en: 'Buildings' } },
  fields: {
    name: field({ schema: z.string().min(1), label: { zh: '名称', en: 'Name' }, example: '1 号厂房' }),
    floorAreaSqm: field({
      schema: z.number().nonnegative(),
      label: { zh: '建筑面积', en: 'Floor area' },
      unit: { zh: '平方米', en: 'm²' },
      example: 3200,
    }),
  },
  list: ['name', 'floorAreaSqm'],
  search: ['name'],
  access: { read: 'space.read', write: 'space.edit' },
} as const satisfies AnyRecordKind

function findings(changes: Partial<AnyRecordKind>): readonly string[] {
  return checkRecordKind({ ...declaration, ...changes })
}

function withField(name: string, changes: Partial<Field<unknown>> = {}): { fields: Fields } {
  const given = { schema: z.unknown(), label: { zh: '栏目', en: 'Column' }, example: 'x', ...changes }
  return { fields: { ...declaration.fields, [name]: given } }
}

it('a sound declaration comes back as it is, and its record has the types of the schemas', () => {
  const kind = recordKind(declaration)
  expect(kind).toBe(declaration)
  expectTypeOf<RecordOf<typeof kind>>().toEqualTypeOf<{ readonly name: string; readonly floorAreaSqm: number }>()
})

describe('a declaration is refused', () => {
  it.each<[string, Partial<AnyRecordKind>, string]>([
    ['whose name has no module', { name: 'building' }, 'the name is not of the form module.noun'],
    ['with a column that is no field', { list: ['name', 'height'] }, 'list: no field "height"'],
    ['with a column twice', { list: ['name', 'name'] }, 'list: "name" twice'],
    ['without columns', { list: [] }, 'list: no column'],
    ['that searches numbers', { search: ['floorAreaSqm'] }, 'search: "floorAreaSqm" is no text'],
    ['that searches what is no field', { search: ['height'] }, 'search: no field "height"'],
    ['with a column of the platform', withField('zoneId'), 'field "zoneId": the platform\'s own column'],
    ['with a name not in camel case', withField('floor_area'), 'field "floor_area": the name is not in camel case'],
    [
      'with an example that is wrong',
      withField('n', { schema: z.number() }),
      'field "n": the example does not fit the schema',
    ],
    ['with an empty text', withField('n', { hint: { zh: '提示', en: ' ' } }), 'n: empty text'],
    ['with two titles alike', withField('n', { label: { zh: '名称', en: 'Title' } }), 'two fields are titled "名称"'],
    ['with an empty label', { labels: { ...declaration.labels, one: { zh: '', en: 'x' } } }, 'labels: empty text'],
  ])('%s', (_, changes, finding) => {
    expect(findings(changes)).toEqual([finding])
  })

  it('at the start, with all findings at once', () => {
    expect(() => recordKind({ ...declaration, name: 'x', list: [] })).toThrow(/module.noun.*no column/)
  })
})
