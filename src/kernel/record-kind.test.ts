import { describe, expect, expectTypeOf, it } from 'vitest'
import { decimal, type Field, text } from './field.ts'
import { type AnyRecordKind, type Fields, type RecordOf, recordKind } from './record-kind.ts'
import { checkRecordKind } from './record-kind-check.ts'

const declaration = {
  name: 'space.building',
  path: 'buildings',
  table: 'space.buildings',
  labels: { one: { zh: '楼宇', en: 'Building' }, many: { zh: '楼宇', en: 'Buildings' } },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, example: '1 号厂房', required: true, sort: true }),
    floorAreaSqm: decimal({
      label: { zh: '建筑面积', en: 'Floor area' },
      unit: { zh: '平方米', en: 'm²' },
      example: 3200,
      min: 0,
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
  const given = { ...text({ label: { zh: '栏目', en: 'Column' }, example: 'x' }), ...changes } as Field<unknown>
  return { fields: { ...declaration.fields, [name]: given } }
}

it('a sound declaration comes back as it is, and its record has the types of its fields', () => {
  const kind = recordKind(declaration)
  expect(kind).toBe(declaration)
  expectTypeOf<RecordOf<typeof kind>>().toEqualTypeOf<{ readonly name: string; readonly floorAreaSqm: number | null }>()
})

describe('a declaration is refused', () => {
  it.each<[string, Partial<AnyRecordKind>, string]>([
    ['whose name has no module', { name: 'building' }, 'the name is not of the form module.noun'],
    ['whose path is no address', { path: 'Buildings/' }, 'the path is not of small letters and hyphens'],
    ['whose table has no schema', { table: 'buildings' }, 'the table is not of the form schema.table'],
    ['with a column that is no field', { list: ['name', 'height'] }, 'list: no field "height"'],
    ['with a column twice', { list: ['name', 'name'] }, 'list: "name" twice'],
    ['without columns', { list: [] }, 'list: no column'],
    ['that searches numbers', { search: ['floorAreaSqm'] }, 'search: "floorAreaSqm" is no open text'],
    ['that searches what is no field', { search: ['height'] }, 'search: no field "height"'],
    ['that sorts by what has no index', { sort: '-floorAreaSqm' }, 'sort: "floorAreaSqm" is no field to sort by'],
    ['with a column of the platform', withField('zoneId'), 'field "zoneId": the platform\'s own name'],
    ['with a name not in camel case', withField('floor_area'), 'field "floor_area": the name is not in camel case'],
    ['with an example that is wrong', withField('n', { example: 5 }), 'field "n": the example does not fit the schema'],
    [
      'with an example that is refused',
      withField('n', { check: () => ({ zh: '不行', en: 'no' }) }),
      'field "n": the example is refused',
    ],
    ['with an empty text', withField('n', { hint: { zh: '提示', en: ' ' } }), 'n: empty text'],
    ['with two titles alike', withField('n', { label: { zh: '名称', en: 'Title' } }), 'two fields are titled "名称"'],
    ['with an empty label', { labels: { ...declaration.labels, one: { zh: '', en: 'x' } } }, 'labels: empty text'],
    [
      'whose people nobody may see',
      withField('n', { personal: 'name' }),
      'access: nobody may reveal the personal fields',
    ],
    ['of an enterprise that is no field', { ofEnterprise: 'firm' }, 'ofEnterprise: no field "firm"'],
  ])('%s', (_, changes, finding) => {
    expect(findings(changes)).toEqual([finding])
  })

  it('when a personal field is filtered or sorted by', () => {
    expect(findings(withField('n', { personal: 'name', sort: true }))).toContain(
      'field "n": personal, so no filter or sort',
    )
  })

  it('at the start, with all findings at once', () => {
    expect(() => recordKind({ ...declaration, name: 'x', list: [] })).toThrow(/module.noun.*no column/)
  })
})
