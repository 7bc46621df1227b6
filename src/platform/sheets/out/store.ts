import type { Selectable, Updateable } from 'kysely'
import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import type { StartExportInput } from '../../../kernel/sheet-endpoints.ts'
import { daysExportKept, type ExportView } from '../../../kernel/sheet-export.ts'
import { newId } from '../../ids.ts'
import { type Acting, actorOf, zoneOf } from '../../journal/record.ts'
import type { Database } from '../../module.ts'
import type { Registry } from '../../records/registry.ts'
import { exportName } from '../export-lines.ts'
import type { ExportTableRow } from '../table.ts'

export type Export = Selectable<ExportTableRow>

export async function addExport(
  db: Database,
  acting: Acting,
  asked: { readonly kind: AnyRecordKind; readonly input: StartExportInput; readonly rows: number },
): Promise<Export> {
  const { now, caller } = acting
  const by = actorOf(acting)
  const { format, ...input } = asked.input
  return db
    .insertInto('sheets.exports')
    .values({
      ...{ zone_id: zoneOf(acting).id, id: newId(now), version: 1, archived_at: null, account_id: caller.accountId },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ kind: asked.kind.name, format, file_name: exportName(asked.kind, { lang: input.lang, format }, now) },
      ...{ input: JSON.stringify(input), state: 'gathering', row_count: asked.rows, rows_done: 0, place: 0 },
      ...{ after: null, checksum: '0', unpacked: '0', bytes: '0', problem: null, finished_at: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function setExport(
  db: Database,
  acting: Pick<Acting, 'now' | 'caller'>,
  one: Export,
  set: Updateable<ExportTableRow>,
): Promise<Export> {
  return db
    .updateTable('sheets.exports')
    .set((eb) => ({ ...set, updated_at: acting.now, updated_by: actorOf(acting), version: eb('version', '+', 1) }))
    .where('zone_id', '=', one.zone_id)
    .where('id', '=', one.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Held until the transaction ends when `lock`. */
export async function findExport(
  db: Database,
  zoneId: string,
  { id, lock = false }: { readonly id: string; readonly lock?: boolean },
): Promise<Export | undefined> {
  const query = db
    .selectFrom('sheets.exports')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

const mostListed = 20

export async function listOwnExports(
  db: Database,
  acting: Acting,
  { kind, state }: { readonly kind?: string | undefined; readonly state?: Export['state'] },
): Promise<readonly Export[]> {
  let query = db
    .selectFrom('sheets.exports')
    .selectAll()
    .where('zone_id', '=', zoneOf(acting).id)
    .where('account_id', '=', acting.caller.accountId)
    .where('archived_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(mostListed)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (state !== undefined) query = query.where('state', '=', state)
  return query.execute()
}

const keptMs = daysExportKept * 24 * 3_600_000

export function exportView(registry: Registry, one: Export): ExportView {
  const { id, kind, format, state, finished_at: finished } = one
  return {
    ...{ id, kind, format, state },
    path: registry.get(kind)?.path ?? '',
    fileName: one.file_name,
    progress: { done: one.rows_done, total: Math.max(one.row_count, one.rows_done) },
    bytes: state === 'done' || state === 'cleared' ? Number(one.bytes) : null,
    problem: one.problem,
    createdAt: one.created_at.toISOString(),
    finishedAt: finished?.toISOString() ?? null,
    keptUntil: state === 'done' && finished ? new Date(finished.getTime() + keptMs).toISOString() : null,
  }
}
