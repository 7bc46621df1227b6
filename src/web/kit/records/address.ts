import type { FieldView, KindView } from '../../../kernel/kind-view.ts'
import { parameterOf } from '../../../kernel/record-list.ts'
import type { Search } from '../../search.ts'

/**
 * What of the list stands in the address: `q`, `sort`, `archived` and the filters under the names that the server gives them;
 * beside them `record` (an id, or `new`), `edit` and `tab` of the drawer. A filter that the kind does not have is left out.
 */
export function listInputOf(kind: KindView, search: Search): Search {
  const known = new Set(['sort', 'archived', 'where', ...(kind.searchable ? ['q'] : []), ...filterNames(kind)])
  return Object.fromEntries(Object.entries(search).filter(([name, value]) => known.has(name) && value !== ''))
}

export function filterNames(kind: KindView): readonly string[] {
  return kind.fields.flatMap(({ name, filters }) => filters.map((op) => parameterOf(name, op)))
}

/** What a list is narrowed by most comes first: choices and refs, then ranges, then words. */
const ranks: Readonly<Record<string, number>> = { choice: 0, ref: 0, choices: 1, yesNo: 1, text: 3, longText: 3 }

export function filterFields(kind: KindView): readonly FieldView[] {
  const rank = ({ type }: FieldView) => ranks[type] ?? 2
  return kind.fields.filter(({ filters }) => filters.length > 0).toSorted((a, b) => rank(a) - rank(b))
}

/** Whether the address narrows the list by this field. */
export function isChosen({ name, filters }: FieldView, search: Search): boolean {
  return filters.some((op) => (search[parameterOf(name, op)] ?? '') !== '')
}

/** Whether anything narrows the list. */
export function isNarrowed(kind: KindView, search: Search): boolean {
  return Object.keys(listInputOf(kind, search)).some((name) => name !== 'sort')
}

/** The address with these parameters set; an empty one is taken out. */
export function withParameters(search: Search, change: Readonly<Record<string, string | undefined>>): Search {
  const all = Object.entries({ ...search, ...change })
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''))
}

export function nextSort(current: string, name: string): string {
  return current === name ? `-${name}` : name
}
