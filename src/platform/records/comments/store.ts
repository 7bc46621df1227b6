import type { Selectable } from 'kysely'
import { newId } from '../../ids.ts'
import { actorOf, zoneOf } from '../../journal/record.ts'
import type { Database, RequestContext } from '../../module.ts'
import type { CommentRow } from '../table.ts'

export type StoredComment = Selectable<CommentRow>

export async function commentsOf(
  db: Database,
  zoneId: string,
  { kind, record }: { readonly kind: string; readonly record: string },
): Promise<readonly StoredComment[]> {
  return db
    .selectFrom('records.comments')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('record_id', '=', record)
    .where('kind', '=', kind)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .limit(1_000)
    .execute()
}

interface NewComment extends Pick<CommentRow, 'kind' | 'record_id' | 'account_id' | 'text'> {
  readonly mentions: readonly string[]
}

export async function insertComment(db: Database, context: RequestContext, given: NewComment): Promise<StoredComment> {
  const [now, by] = [context.now, actorOf(context)]
  return db
    .insertInto('records.comments')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(now), version: 1, archived_at: null },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...given,
      mentions: [...given.mentions],
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function lockComment(db: Database, zoneId: string, id: string): Promise<StoredComment | undefined> {
  return db
    .selectFrom('records.comments')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateComment(
  db: Database,
  context: RequestContext,
  { before, set }: { readonly before: StoredComment; readonly set: Partial<Pick<CommentRow, 'text' | 'archived_at'>> },
): Promise<StoredComment> {
  return db
    .updateTable('records.comments')
    .set({ ...set, version: before.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', before.zone_id)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
