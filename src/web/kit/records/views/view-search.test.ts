import { expect, test } from 'vitest'
import type { KindView } from '../../../../kernel/kind-view.ts'
import type { View } from '../../../../platform/records/contract/views.ts'
import { changeTo, firstView, isUnsaid, viewSearch } from './view-search.ts'

const kind = { fields: [{ name: 'status', filters: ['eq', 'in'] }], searchable: true } as unknown as KindView

test('a view keeps what forms the list and nothing else', () => {
  const search = { zone: 'linyi', record: 'x', status: 'idle', sort: 'name', view: 'y', nonsense: '1' }
  expect(viewSearch(kind, search)).toBe('sort=name&status=idle')
})

test('to show a view takes out what another one had set', () => {
  expect(changeTo(kind, { id: 'v', search: 'status=idle&zone=elsewhere' })).toMatchObject({
    status: 'idle',
    view: 'v',
    sort: undefined,
  })
  expect(changeTo(kind, { id: 'v', search: 'zone=elsewhere' })).not.toHaveProperty('zone')
  expect(changeTo(kind, null)).toMatchObject({ view: 'all', status: undefined })
})

test('the first view opens where the address says nothing, the closest one', () => {
  const view = (id: string, of: string, first = true) => ({ id, first, audience: { of } }) as unknown as View
  expect(isUnsaid(kind, { zone: 'linyi' })).toBe(true)
  expect(isUnsaid(kind, { zone: 'linyi', view: 'all' })).toBe(false)
  expect(isUnsaid(kind, { zone: 'linyi', record: 'x' })).toBe(false)
  expect(isUnsaid(kind, { status: 'idle' })).toBe(false)
  expect(firstView([view('a', 'role'), view('b', 'department'), view('c', 'me', false)])?.id).toBe('b')
  expect(firstView([])).toBeUndefined()
})
