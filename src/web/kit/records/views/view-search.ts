import type { KindView } from '../../../../kernel/kind-view.ts'
import type { View } from '../../../../platform/records/contract/views.ts'
import { parseSearch, type Search } from '../../../search.ts'
import { filterNames } from '../address.ts'

/** What a view holds of an address: all that narrows, orders and forms the list; not the zone, nor the record that is open. */
export function viewNames(kind: KindView): readonly string[] {
  return ['q', 'where', 'sort', 'archived', 'columns', 'by', 'shown', 'day', ...filterNames(kind)]
}

/** The address's part that a view keeps, in one order, so that two can be compared. */
export function viewSearch(kind: KindView, search: Search): string {
  const given = viewNames(kind).flatMap((name) => (search[name] ? [[name, search[name]]] : []))
  return new URLSearchParams(given).toString()
}

/** The change of an address that shows a view; null shows all. */
export function changeTo(kind: KindView, view: Pick<View, 'id' | 'search'> | null) {
  const nothing = Object.fromEntries(viewNames(kind).map((name) => [name, undefined]))
  const known = new Set(viewNames(kind))
  const given = Object.entries(parseSearch(view?.search ?? '')).filter(([name]) => known.has(name))
  return { ...nothing, ...Object.fromEntries(given), view: view?.id ?? 'all' }
}

/** Whether the address says nothing of how the list is to look: then the first view of the reader opens. */
export function isUnsaid(kind: KindView, search: Search): boolean {
  return search.view === undefined && search.record === undefined && viewSearch(kind, search) === ''
}

const closeness = ['me', 'department', 'role'] as const

/** The view that the list opens with: one's own before the department's before the role's. */
export function firstView(views: readonly View[]): View | undefined {
  return closeness.flatMap((of) => views.filter(({ audience, first }) => first && audience.of === of)).at(0)
}
