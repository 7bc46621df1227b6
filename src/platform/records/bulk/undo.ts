import type { Selectable } from 'kysely'
import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type UndoOutput, undoMinutes } from '../../../kernel/record-bulk.ts'
import { notAllowed, notFound } from '../../access/caller.ts'
import { actorOf, zoneOf } from '../../journal/record.ts'
import type { Database, RequestContext } from '../../module.ts'
import { changeRecord, moveRecord } from '../change.ts'
import type { Known } from '../statement.ts'
import type { BulkActRow, BulkRow } from '../table.ts'
import { eachRow } from './each.ts'

/**
 * Undoes a bulk act of the caller's within ten minutes: every record has its values of before again. A record that was changed since keeps
 * that change and is told.
 */
export async function undoBulk(
  db: Database,
  context: RequestContext,
  { id, ...known }: Known & { readonly id: string },
): Promise<UndoOutput> {
  const act = await findAct(db, context, { id, kind: known.kind.name })
  const { write, archive = write } = known.kind.access
  if (!context.caller.permissions.has(act.act === 'set' ? write : archive)) throw notAllowed()
  refuseLate(act, context.now)
  const failures = await eachRow(db, {
    rows: act.rows,
    trial: false,
    work: async (row) => takeBack(db, context, { known, act, row }),
  })
  await db
    .updateTable('records.bulk_acts')
    .set({ undone_at: context.now, version: act.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', act.zone_id)
    .where('id', '=', id)
    .execute()
  return { done: act.rows.length - failures.length, failures: [...failures] }
}

async function takeBack(
  db: Database,
  context: RequestContext,
  { known, act, row }: { readonly known: Known; readonly act: Selectable<BulkActRow>; readonly row: BulkRow },
): Promise<void> {
  const { id, version } = row
  if (act.act === 'set') {
    await changeRecord(db, context, { ...known, id, version, values: row.before, action: 'undo' })
  } else {
    await moveRecord(db, context, { ...known, id, version, archived: act.act === 'restore' })
  }
}

async function findAct(
  db: Database,
  context: RequestContext,
  { id, kind }: { readonly id: string; readonly kind: string },
): Promise<Selectable<BulkActRow>> {
  const act = await db
    .selectFrom('records.bulk_acts')
    .selectAll()
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
  if (!act || act.account_id !== context.caller.accountId) throw notFound()
  return act
}

function refuseLate({ created_at, undone_at }: Selectable<BulkActRow>, now: Date): void {
  if (undone_at !== null)
    throw refused('undone', { zh: '这次批量操作已经撤销。', en: 'This bulk act is undone already.' })
  if (now.getTime() - created_at.getTime() <= undoMinutes * 60_000) return
  throw refused('undo_late', {
    zh: `已超过 ${undoMinutes} 分钟，不能整批撤销；请逐条修改，原值在历史里。`,
    en: `More than ${undoMinutes} minutes have passed: change the records one by one; their former values are in the history.`,
  })
}

function refused(reason: string, text: Label): Problem {
  return new Problem('rule_violated', `records.${reason}`, text)
}
