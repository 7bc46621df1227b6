import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { type Acting, actorOf, zoneOf } from '../../../platform/journal/record.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { WritRow } from './table.ts'

export type StoredWrit = Selectable<WritRow>

const nobodys = '00000000-0000-0000-0000-000000000000'

/** Every select of writs starts here: an enterprise sees its own, everybody else the zone's. */
export function writsIn(db: Database, zoneId: string, caller: Caller) {
  const zone = db.selectFrom('writs.writs').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  return isOutsider(caller) ? zone.where('enterprise_id', '=', caller.enterpriseId ?? nobodys) : zone
}

interface Asked {
  readonly caller: Caller
  readonly id: string
}

/** The visible writ; 404 when it is not there for this caller. */
export async function getStored(db: Database, zoneId: string, { caller, id }: Asked): Promise<StoredWrit> {
  const row = await writsIn(db, zoneId, caller).where('id', '=', id).executeTakeFirst()
  if (row) return row
  throw notFound()
}

/** The same, locked until the transaction ends. */
export async function lockWrit(db: Database, zoneId: string, { caller, id }: Asked): Promise<StoredWrit> {
  const row = await writsIn(db, zoneId, caller).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}

/** The standard columns of a new row. */
export function newRow(acting: Acting) {
  const by = actorOf(acting)
  const { now } = acting
  return {
    ...{ zone_id: zoneOf(acting).id, id: newId(now), version: 1, archived_at: null },
    ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
  }
}
