import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { fieldOf } from '../../kernel/record-kind.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { StoredRow } from './personal.ts'

const mostEvents = 20

/** Refuses a version that is no longer the current one. */
export async function refuseStale(
  db: Database,
  acting: Acting,
  { kind, stored, version }: { kind: AnyRecordKind; stored: StoredRow; version: number },
): Promise<void> {
  if (stored.version !== version) throw await staleVersion(db, acting, { kind, stored, version })
}

/** Somebody else was faster: who, when, and which fields, from the journal. Names of fields only, no values. */
async function staleVersion(
  db: Database,
  acting: Acting,
  { kind, stored, version }: { kind: AnyRecordKind; stored: StoredRow; version: number },
): Promise<Problem> {
  const rows = await db
    .selectFrom('journal.events')
    .select(['created_at', 'actor_name', 'action', 'after'])
    .where('zone_id', '=', zoneOf(acting).id)
    .where('subject_id', '=', stored.id)
    .where('subject_kind', '=', kind.name)
    .orderBy('id', 'desc')
    .limit(mostEvents)
    .execute()
  const changes = rows
    .filter(({ after }) => Number(after?.version ?? 0) > version)
    .map(({ created_at, actor_name, action, after }) => ({
      at: created_at.toISOString(),
      actor: actor_name,
      action,
      fields: Object.keys(after ?? {}).filter((name) => kind.fields[name] !== undefined),
    }))
  return new Problem('conflict', 'records.stale', textOf(kind, changes), {
    version: stored.version,
    changes,
  })
}

interface Seen {
  readonly actor: string
  readonly fields: readonly string[]
}

function textOf(kind: AnyRecordKind, changes: readonly Seen[]) {
  const who = [...new Set(changes.map(({ actor }) => actor))]
  const labels = [...new Set(changes.flatMap(({ fields }) => fields))].map((name) => fieldOf(kind, name).label)
  const zhFields = labels.length > 0 ? `（${labels.map(({ zh }) => zh).join('、')}）` : ''
  const enFields = labels.length > 0 ? ` (${labels.map(({ en }) => en).join(', ')})` : ''
  return {
    zh: `您打开后，${who.join('、') || '他人'}已修改了此${kind.labels.one.zh}${zhFields}。请看过最新内容后再保存。`,
    en: `${who.join(', ') || 'Somebody'} has changed this record${enFields} since you opened it. Look at it again, then save.`,
  }
}
