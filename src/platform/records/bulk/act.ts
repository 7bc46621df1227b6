import { type BulkOutput, type BulkRows, undoMinutes } from '../../../kernel/record-bulk.ts'
import { newId } from '../../ids.ts'
import { type Acting, actorOf, type Values, zoneOf } from '../../journal/record.ts'
import type { Database } from '../../module.ts'
import { changeRecord, moveRecord } from '../change.ts'
import type { Known } from '../statement.ts'
import type { BulkRow } from '../table.ts'
import { eachRow } from './each.ts'

type Asked = Known & BulkRows

/** Gives the same values to many records, each by the walk of a single change: version, rules, journal. */
export async function bulkSet(
  db: Database,
  acting: Acting,
  asked: Asked & { readonly values: Values },
): Promise<BulkOutput> {
  const done: BulkRow[] = []
  const { rows, trial, values } = asked
  const failures = await eachRow(db, {
    ...{ rows, trial },
    work: async ({ id, version }) => {
      const { record, before } = await changeRecord(db, acting, { ...asked, id, version, values })
      if (before) done.push({ id, version: record.version, before })
    },
  })
  return told(db, acting, { asked, act: 'set', done, failures })
}

/** Archives many records, or brings them back. */
export async function bulkMove(
  db: Database,
  acting: Acting,
  asked: Asked & { readonly archived: boolean },
): Promise<BulkOutput> {
  const done: BulkRow[] = []
  const { rows, trial, archived } = asked
  const failures = await eachRow(db, {
    ...{ rows, trial },
    work: async ({ id, version }) => {
      const { record } = await moveRecord(db, acting, { ...asked, id, version, archived })
      done.push({ id, version: record.version, before: {} })
    },
  })
  return told(db, acting, { asked, act: archived ? 'archive' : 'restore', done, failures })
}

interface Outcome {
  readonly asked: Asked
  readonly act: 'set' | 'archive' | 'restore'
  readonly done: readonly BulkRow[]
  readonly failures: BulkOutput['failures']
}

async function told(db: Database, acting: Acting, { asked, act, done, failures }: Outcome): Promise<BulkOutput> {
  const { kind, rows, trial } = asked
  const bulk = trial || done.length === 0 ? null : await keep(db, acting, { kind: kind.name, act, done })
  const until = new Date(acting.now.getTime() + undoMinutes * 60_000)
  return {
    bulk,
    done: done.length,
    unchanged: rows.length - done.length - failures.length,
    failures: [...failures],
    undoUntil: bulk === null ? null : until.toISOString(),
  }
}

async function keep(
  db: Database,
  acting: Acting,
  { kind, act, done }: Pick<Outcome, 'act' | 'done'> & { readonly kind: string },
): Promise<string> {
  const { now, caller } = acting
  const [id, by] = [newId(now), actorOf(acting)]
  await db
    .insertInto('records.bulk_acts')
    .values({
      ...{ zone_id: zoneOf(acting).id, id, version: 1, archived_at: null, undone_at: null },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ kind, act, account_id: caller.accountId, rows: JSON.stringify(done) },
    })
    .execute()
  return id
}
