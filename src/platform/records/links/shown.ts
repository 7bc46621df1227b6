import { zoneOf } from '../../journal/record.ts'
import type { Database, RequestContext } from '../../module.ts'
import { type RecordLink, relations } from '../contract/links.ts'
import { titlesOf } from '../reach.ts'
import type { Registry } from '../registry.ts'
import type { StoredLink } from './store.ts'

interface Asked {
  readonly registry: Registry
  readonly rows: readonly StoredLink[]
  /** The record from which they are seen. */
  readonly id: string
}

/** Links as one of the two records shows them; of what the caller may not read only the kind is told. */
export async function shownLinks(
  db: Database,
  context: RequestContext,
  { registry, rows, id }: Asked,
): Promise<RecordLink[]> {
  const seen = rows.map((row) => {
    const forward = row.from_id === id
    return { row, forward, kind: forward ? row.to_kind : row.from_kind, other: forward ? row.to_id : row.from_id }
  })
  const titles = new Map<string, string | null>()
  for (const name of new Set(seen.map(({ kind }) => kind))) {
    const kind = registry.get(name)
    if (!kind || !context.caller.permissions.has(kind.access.read)) continue
    const ids = seen.filter((one) => one.kind === name).map(({ other }) => other)
    for (const [one, title] of await titlesOf(db, zoneOf(context).id, { kind, ids })) titles.set(one, title)
  }
  return seen.flatMap(({ row, forward, kind: name, other }) => {
    const kind = registry.get(name)
    const relation = relations.find((one) => one === row.relation)
    if (!kind || !relation) return []
    return {
      ...{ id: row.id, version: row.version, relation, forward },
      other: {
        ...{ kind: name, id: other, label: kind.labels.one },
        title: titles.get(other) ?? null,
        path: titles.has(other) ? kind.path : null,
      },
    }
  })
}
