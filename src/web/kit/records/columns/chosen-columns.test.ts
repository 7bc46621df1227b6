import { expect, test } from 'vitest'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { chosenColumns, columnsText, movedColumn } from './chosen-columns.ts'

const fields = ['name', 'status', 'scale', 'note'].map((name) => ({ name }))
const kind = { title: 'name', list: ['name', 'status'], fields } as unknown as KindView

test('columns come from the address, known ones once, the name first', () => {
  expect(chosenColumns(kind, undefined)).toEqual(['name', 'status'])
  expect(chosenColumns(kind, 'note,name,note,nonsense,scale')).toEqual(['name', 'note', 'scale'])
  expect(chosenColumns(kind, 'nonsense')).toEqual(['name', 'status'])
})

test("the kind's own columns need no address", () => {
  expect(columnsText(kind, ['name', 'status'])).toBeUndefined()
  expect(columnsText(kind, ['name', 'note'])).toBe('name,note')
})

test('a column moves by one place and never before the name', () => {
  expect(movedColumn(['name', 'a', 'b'], 'b', -1)).toEqual(['name', 'b', 'a'])
  expect(movedColumn(['name', 'a', 'b'], 'a', -1)).toEqual(['name', 'a', 'b'])
  expect(movedColumn(['name', 'a', 'b'], 'b', 1)).toEqual(['name', 'a', 'b'])
  expect(movedColumn(['name', 'a', 'b'], 'name', 1)).toEqual(['name', 'a', 'b'])
})
