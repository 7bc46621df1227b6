import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { FileAnswer } from '../../../kernel/endpoint.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { ExportRun } from '../contract/exports.ts'
import { type Invalid, tableNames } from '../contract/rows.ts'
import { type ExportRequest, exportTables, workbookOf } from './export.ts'
import type { ExportRow } from './table.ts'

/** All but the file itself. */
const columns = [
  ...(['zone_id', 'id', 'created_at', 'created_by', 'actor_name', 'since', 'file_name'] as const),
  ...(['row_count', 'tables', 'invalid', 'sha256', 'size'] as const),
] as const

type Line = Omit<Selectable<ExportRow>, 'content'>

/** Makes the workbook now, keeps it, and says so in the journal. */
export async function keepExport(db: Database, context: RequestContext, request: ExportRequest): Promise<ExportRun> {
  const zone = zoneOf(context)
  const exported = await exportTables(db, context, request)
  const { fileName, bytes } = await workbookOf(exported, context.now)
  const content = Buffer.from(bytes)
  const counts = tableNames.map((name) => ({ name, rows: exported.tables[name].length }))
  const sha256 = createHash('sha256').update(content).digest('hex')
  const row = await db
    .insertInto('exchange.exports')
    .values({
      ...{ zone_id: zone.id, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ actor_name: context.caller.name, since: request.since === undefined ? null : new Date(request.since) },
      ...{ file_name: fileName, row_count: counts.reduce((sum, { rows }) => sum + rows, 0), sha256 },
      ...{ tables: JSON.stringify(counts), invalid: JSON.stringify(exported.invalid), size: content.length, content },
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  const after = { rows: row.row_count, findings: row.invalid.length, sha256 }
  await record(db, context, { subjectKind: 'exchange.export', subjectId: row.id, action: 'keepExport', after })
  return runOf(row)
}

export async function listExports(db: Database, context: RequestContext): Promise<{ exports: ExportRun[] }> {
  const rows = await exportsIn(db, context).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(50).execute()
  return { exports: rows.map(runOf) }
}

/** The file as it was made: its digest is that of the list. */
export async function exportFile(db: Database, context: RequestContext, id: string): Promise<FileAnswer> {
  const row = await db
    .selectFrom('exchange.exports')
    .select(['file_name', 'content'])
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { fileName: row.file_name, bytes: row.content }
}

export async function exportReport(
  db: Database,
  context: RequestContext,
  id: string,
): Promise<{ run: ExportRun; invalid: Invalid[] }> {
  const row = await exportsIn(db, context).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return { run: runOf(row), invalid: [...row.invalid] }
}

function exportsIn(db: Database, context: RequestContext) {
  return db.selectFrom('exchange.exports').select(columns).where('zone_id', '=', zoneOf(context).id)
}

function runOf(row: Line): ExportRun {
  return {
    ...{ id: row.id, at: row.created_at.toISOString(), by: row.actor_name, since: row.since?.toISOString() ?? null },
    ...{ fileName: row.file_name, rows: row.row_count, tables: [...row.tables], findings: row.invalid.length },
    ...{ sha256: row.sha256, size: row.size },
  }
}
