import type { Selectable } from 'kysely'
import { actorOf, zoneOf } from '../../journal/record.ts'
import type { Database, RequestContext } from '../../module.ts'
import type { Audience } from '../contract/views.ts'
import type { ViewRow } from '../table.ts'
import { columnsOf, type Standing } from './audience.ts'

/** The views of a kind that are the caller's: own, of the department, of one of the roles. */
export async function viewsFor(
  db: Database,
  { caller, zone }: RequestContext,
  { kind, own }: { readonly kind: string } & Pick<Standing, 'own'>,
): Promise<readonly Selectable<ViewRow>[]> {
  return db
    .selectFrom('records.views')
    .selectAll()
    .where('zone_id', '=', zoneOf({ zone }).id)
    .where('kind', '=', kind)
    .where('archived_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('account_id', '=', caller.accountId),
        ...(own === null ? [] : [eb('department_id', '=', own.id)]),
        ...(caller.roles.length === 0 ? [] : [eb('role', 'in', [...caller.roles])]),
      ]),
    )
    .orderBy('id')
    .execute()
}

export async function findView(db: Database, zoneId: string, id: string): Promise<Selectable<ViewRow> | undefined> {
  return db
    .selectFrom('records.views')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Of one audience at most one view is the first: the others of the kind step back. */
export async function clearFirst(
  db: Database,
  context: RequestContext,
  { kind, audience, but }: { readonly kind: string; readonly audience: Audience; readonly but: string },
): Promise<void> {
  const { account_id, department_id, role } = columnsOf(audience, context)
  await db
    .updateTable('records.views')
    .set((eb) => ({
      first: false,
      version: eb('version', '+', 1),
      updated_at: context.now,
      updated_by: actorOf(context),
    }))
    .where('zone_id', '=', zoneOf(context).id)
    .where('kind', '=', kind)
    .where('account_id', 'is not distinct from', account_id)
    .where('department_id', 'is not distinct from', department_id)
    .where('role', 'is not distinct from', role)
    .where('id', '<>', but)
    .where('first', '=', true)
    .execute()
}
