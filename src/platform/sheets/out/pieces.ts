import { newId } from '../../ids.ts'
import { type Acting, actorOf } from '../../journal/record.ts'
import type { Database } from '../../module.ts'
import type { Export } from './store.ts'

type Of = Pick<Export, 'zone_id' | 'id'>

export async function addPiece(
  db: Database,
  acting: Acting,
  { one, place, content }: { readonly one: Of; readonly place: number; readonly content: Buffer },
): Promise<void> {
  const { now } = acting
  const by = actorOf(acting)
  await db
    .insertInto('sheets.export_pieces')
    .values({
      ...{ zone_id: one.zone_id, id: newId(now), version: 1, archived_at: null },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ export_id: one.id, place, content },
    })
    .execute()
}

/** The file as a whole. */
export async function wholeExport(db: Database, { zone_id, id }: Of): Promise<Buffer> {
  const pieces = await db
    .selectFrom('sheets.export_pieces')
    .select('content')
    .where('zone_id', '=', zone_id)
    .where('export_id', '=', id)
    .orderBy('place')
    .execute()
  return Buffer.concat(pieces.map(({ content }) => content))
}

export async function removePieces(db: Database, { zone_id, id }: Of): Promise<void> {
  await db.deleteFrom('sheets.export_pieces').where('zone_id', '=', zone_id).where('export_id', '=', id).execute()
}
