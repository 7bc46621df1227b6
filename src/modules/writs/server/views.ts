import { sql } from 'kysely'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type {} from '../../projects/server/table.ts'
import { kindMeanings } from '../contract/kinds.ts'
import type { Writ } from '../contract/writ.ts'
import { printedCode } from '../domain/code.ts'
import { writSteps } from '../domain/end.ts'
import type { StoredWrit } from './store.ts'

/** Writs as their readers see them, with the names of their projects, their files and their neighbours in time. */
export async function viewsOf(db: Database, context: RequestContext, rows: readonly StoredWrit[]): Promise<Writ[]> {
  const zone = zoneOf(context)
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const projects = await db
    .selectFrom('projects.projects')
    .select(['id', 'name'])
    .where('zone_id', '=', zone.id)
    .where('id', '=', sql<string>`any(${rows.map((row) => row.project_id)}::uuid[])`)
    .execute()
  const files = await db
    .selectFrom('writs.files')
    .select(['writ_id', 'format', 'sha256', 'size'])
    .where('zone_id', '=', zone.id)
    .where('writ_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('format')
    .execute()
  const neighbours = await neighboursOf(db, zone.id, rows)
  const may = context.caller.permissions.has('writs.void')
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    title: kindMeanings[row.kind].label,
    number: row.number,
    issuer: row.issuer_name,
    project: { id: row.project_id, name: projects.find(({ id }) => id === row.project_id)?.name ?? '' },
    enterpriseId: row.enterprise_id,
    applicant: row.applicant,
    caseId: row.case_id,
    commitmentId: row.commitment_id,
    bundleId: row.bundle_id,
    matter: row.matter,
    madeOn: row.made_on,
    madeBy: row.made_by,
    state: row.state,
    reason: row.reason,
    endedOn: row.ended_on,
    replaces: neighbours.find(({ id }) => id === row.replaces_id)?.number ?? null,
    replacedBy: neighbours.find(({ replaces_id }) => replaces_id === row.id)?.number ?? null,
    code: printedCode(zone.code, row.code),
    files: files
      .filter(({ writ_id }) => writ_id === row.id)
      .map(({ format, sha256, size }) => ({ format, sha256, size })),
    steps: writSteps(row.state, may),
    sample: row.sample,
  }))
}

export async function viewOf(db: Database, context: RequestContext, row: StoredWrit): Promise<Writ> {
  const [view] = await viewsOf(db, context, [row])
  if (view) return view
  throw new RangeError('one row, one view')
}

/** What these took the place of, and what took theirs. */
function neighboursOf(db: Database, zoneId: string, rows: readonly StoredWrit[]) {
  const ids = rows.map((row) => row.id)
  const before = rows.flatMap((row) => row.replaces_id ?? [])
  return db
    .selectFrom('writs.writs')
    .select(['id', 'number', 'replaces_id'])
    .where('zone_id', '=', zoneId)
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<string>`any(${before}::uuid[])`),
        eb('replaces_id', '=', sql<string>`any(${ids}::uuid[])`),
      ]),
    )
    .execute()
}
