import { expect, test } from 'vitest'
import type { FieldView } from '../../../kernel/kind-view.ts'
import { changedNames, readValues, typedOf, typedValues } from './form-values.ts'

function field(name: string, type: FieldView['type'], more: Partial<FieldView> = {}): FieldView {
  const label = { zh: `字段${name}`, en: `Field ${name}` }
  const rest = { unit: null, hint: null, example: null, required: false, writable: 'always', personal: null } as const
  return { ...rest, name, type, label, filters: [], options: [], to: null, schema: {}, ...more }
}

const fields = [
  field('name', 'text', { required: true }),
  field('investment', 'money'),
  field('floors', 'integer'),
  field('tags', 'choices'),
  field('metAt', 'instant'),
  field('listed', 'yesNo'),
]

test('what a record holds comes back from the form unchanged', () => {
  const row = {
    name: '果汁厂',
    investment: '1200.50',
    floors: 3,
    tags: ['a'],
    metAt: '2026-03-02T01:00:00.000Z',
    listed: false,
  }
  const typed = Object.fromEntries(fields.map((one) => [one.name, typedOf(one, row[one.name as keyof typeof row])]))
  expect(readValues(fields, typed)).toEqual({
    findings: [],
    values: { ...row, investment: '1200.5', metAt: '2026-03-02T09:00:00+08:00' },
  })
})

test('an empty form finds the required field and sends nothing else than nulls', () => {
  const { values, findings } = readValues(fields, typedValues(fields, null))
  expect(findings).toEqual([{ field: 'name', text: { zh: '请填写“字段name”。', en: 'Fill in: Field name.' } }])
  expect(values).toEqual({ investment: null, floors: null, tags: [], metAt: null, listed: null })
})

test('what is no number is found where it was typed', () => {
  const { findings } = readValues(fields, { ...typedValues(fields, null), name: 'x', floors: '三' })
  expect(findings.map((finding) => finding.field)).toEqual(['floors'])
})

test('only what differs is a change', () => {
  const base = typedValues(fields, null)
  expect(changedNames(fields, { ...base, name: 'x', tags: [] }, base)).toEqual(['name'])
})

test('a personal value is never put into its input: what is shown of it is masked', () => {
  expect(typedOf(field('phone', 'text', { personal: 'phone' }), '138****0001')).toBe('')
})
