import { sql } from 'kysely'
import { type AnyRecordKind, columnOf, fieldOf } from '../../kernel/record-kind.ts'
import { isOutsider, notFound } from '../access/caller.ts'
import type { Database, ModuleDefinition, RequestContext } from '../module.ts'
import { tableRef } from '../records/columns.ts'
import { scopeOf } from '../records/scope.ts'
import type { TimelineEntry } from './contract.ts'
import { zoneOf } from './record.ts'

interface Asked {
  readonly modules: readonly ModuleDefinition[]
  readonly kind: string
  readonly id: string
  readonly before?: string | undefined
}

interface Subject {
  readonly kind: string
  readonly id: string
  readonly name: string | null
}

const page = 50
/** Of one kind at most so many subjects of a record are followed, the newest first. */
const mostSubjects = 500
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * What happened to a record and to all that belongs to it, the latest first: plain records that point at it, and what modules name
 * in `traces`. Of each only what the caller may read by itself; values and notes are left to the pages of the subjects.
 */
export async function readTimeline(
  db: Database,
  context: RequestContext,
  { modules, before, ...asked }: Asked,
): Promise<{ entries: TimelineEntry[]; next: string | null }> {
  const kinds = modules.flatMap(({ records }) => records ?? [])
  await refuseUnseen(db, context, { kinds, ...asked })
  const subjects = new Map<string, Subject>([[keyOf(asked), { ...asked, name: null }]])
  const found = [
    ...(await recordsOf(db, context, { kinds, ...asked })),
    ...(await tracesOf(db, context, { modules, ...asked })),
  ]
  for (const one of found) subjects.set(keyOf(one), one)
  const all = [...subjects.values()]
  let query = db
    .selectFrom('journal.events')
    .select(['id', 'created_at', 'happened_at', 'actor_name', 'subject_kind', 'subject_id', 'action'])
    .where('zone_id', '=', zoneOf(context).id)
    .where(
      sql<boolean>`(subject_kind, subject_id) in (select * from unnest(
        ${all.map((one) => one.kind)}::text[], ${all.map((one) => one.id)}::uuid[]))`,
    )
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(page + 1)
    .execute()
  const entries = rows.slice(0, page).map((row) => ({
    id: row.id,
    at: row.created_at.toISOString(),
    happenedAt: row.happened_at.toISOString(),
    actor: row.actor_name,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectName: subjects.get(keyOf({ kind: row.subject_kind, id: row.subject_id }))?.name ?? null,
    action: row.action,
  }))
  return { entries, next: rows.length > page ? (entries.at(-1)?.id ?? null) : null }
}

function keyOf({ kind, id }: Pick<Subject, 'kind' | 'id'>): string {
  return `${kind}/${id}`
}

type OfKinds = Pick<Asked, 'kind' | 'id'> & { readonly kinds: readonly AnyRecordKind[] }

/** For who may not read the record there is no time line. */
async function refuseUnseen(db: Database, context: RequestContext, { kinds, kind, id }: OfKinds): Promise<void> {
  const known = kinds.find(({ name }) => name === kind)
  if (!known || !context.caller.permissions.has(known.access.read) || !uuid.test(id)) throw notFound()
  const scope = scopeOf(known, context.caller)
  const { rows } = await sql`select 1 from ${tableRef(known)} t where t.zone_id = ${zoneOf(context).id} and t.id = ${id}
    ${scope ? sql`and ${scope}` : sql``}`.execute(db)
  if (rows.length === 0) throw notFound()
}

async function recordsOf(db: Database, context: RequestContext, { kinds, kind, id }: OfKinds): Promise<Subject[]> {
  const { caller } = context
  const found: Subject[] = []
  for (const one of kinds) {
    if (!caller.permissions.has(one.access.read)) continue
    const pointing = Object.keys(one.fields).filter((name) => fieldOf(one, name).to === kind)
    // An outsider sees records of kinds that are an enterprise's; all others are the zone's own.
    if (pointing.length === 0 || (isOutsider(caller) && one.ofEnterprise === undefined)) continue
    const scope = scopeOf(one, caller)
    const { rows } = await sql<{ id: string; name: string | null }>`select t.id, ${titleRef(one)} as name
      from ${tableRef(one)} t where t.zone_id = ${zoneOf(context).id}
      and ${id}::uuid in (${sql.join(pointing.map((name) => sql.ref(`t.${columnOf(name)}`)))})
      ${scope ? sql`and ${scope}` : sql``} order by t.id desc limit ${mostSubjects}`.execute(db)
    found.push(...rows.map((row) => ({ ...row, kind: one.name })))
  }
  return found
}

/** What names a record, where that is an open text. */
function titleRef(kind: AnyRecordKind) {
  const [title] = kind.list
  const field = title === undefined ? undefined : fieldOf(kind, title)
  const open = field !== undefined && field.type === 'text' && !field.personal
  return open && title !== undefined ? sql.ref(`t.${columnOf(title)}`) : sql`null`
}

async function tracesOf(
  db: Database,
  context: RequestContext,
  { modules, kind, id }: Pick<Asked, 'modules' | 'kind' | 'id'>,
): Promise<Subject[]> {
  const found: Subject[] = []
  for (const [subjectKind, trace] of modules.flatMap(({ traces }) => Object.entries(traces ?? {}))) {
    if (trace.of !== kind || !context.caller.permissions.has(trace.needs)) continue
    found.push(...(await trace.find(db, id, context)).map((one) => ({ ...one, kind: subjectKind })))
  }
  return found
}
