import { expect, test } from 'vitest'
import type { FieldView } from '../../../kernel/kind-view.ts'
import { clashesOf, settled } from './conflict.ts'
import type { Row } from './doors.ts'

function field(name: string, personal: FieldView['personal'] = null): FieldView {
  const label = { zh: name, en: name }
  const rest = { unit: null, hint: null, example: '', required: false, writable: 'always' } as const
  return { ...rest, name, type: 'text', label, personal, filters: [], options: [], to: null, schema: {} }
}

function row(version: number, values: Readonly<Record<string, unknown>>): Row {
  const at = '2026-03-02T01:00:00.000Z'
  const head = { createdAt: at, createdBy: 'a', updatedAt: at, updatedBy: 'a', archivedAt: null, sample: false }
  return { ...head, id: '1', version, names: {}, ...values }
}

const fields = [field('name'), field('address'), field('phone', 'phone')]
const base = row(1, { name: '旧名', address: '旧址', phone: '138****0001' })

test('only a field that both changed to different values is a clash', () => {
  const latest = row(2, { name: '他的名', address: '旧址', phone: '138****0001' })
  const mine = { base, typed: { name: '我的名', address: '我的址', phone: '' } }
  expect(clashesOf(fields, mine, latest).map((clash) => clash.field.name)).toEqual(['name'])
})

test('the same change made twice is no clash', () => {
  const latest = row(2, { name: '新名', address: '旧址', phone: '138****0001' })
  expect(clashesOf(fields, { base, typed: { name: '新名', address: '旧址', phone: '' } }, latest)).toEqual([])
})

test('a personal value that both gave is always a clash: masks say too little', () => {
  const latest = row(2, { name: '旧名', address: '旧址', phone: '139****0002' })
  const mine = { base, typed: { name: '旧名', address: '旧址', phone: '13900000002' } }
  expect(clashesOf(fields, mine, latest).map((clash) => clash.field.name)).toEqual(['phone'])
})

test('what was typed is kept unless theirs is taken, and their other changes come along', () => {
  const latest = row(2, { name: '他的名', address: '他的址', phone: '138****0001' })
  const mine = { base, typed: { name: '我的名', address: '旧址', phone: '' } }
  expect(settled(fields, mine, { latest, theirs: new Set() })).toEqual({ name: '我的名', address: '他的址', phone: '' })
  expect(settled(fields, mine, { latest, theirs: new Set(['name']) }).name).toBe('他的名')
})
