import type { KindView } from '../../../../kernel/kind-view.ts'

/** The columns in the address (`columns=name,status`) that the kind has, its own when there are none. The field that names a record stays first. */
export function chosenColumns(kind: KindView, text: string | undefined): readonly string[] {
  const known = new Set(kind.fields.map(({ name }) => name))
  const named = [...new Set((text ?? '').split(','))].filter((name) => known.has(name))
  return named.length === 0 ? kind.list : [kind.title, ...named.filter((name) => name !== kind.title)]
}

/** As the address carries them; nothing when they are the kind's own. */
export function columnsText(kind: KindView, columns: readonly string[]): string | undefined {
  const text = columns.join(',')
  return text === kind.list.join(',') ? undefined : text
}

/** The columns with this one a place further up or down; the first place is not given away. */
export function movedColumn(columns: readonly string[], name: string, by: -1 | 1): readonly string[] {
  const at = columns.indexOf(name)
  const to = at + by
  if (at < 1 || to < 1 || to >= columns.length) return columns
  const next = columns.toSpliced(at, 1)
  return next.toSpliced(to, 0, name)
}
