import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

export interface EnterpriseRef {
  readonly id: string
  readonly name: string
  readonly uscc: string | null
  readonly status: string
  readonly registeredAddress: string | null
}

/** An enterprise of the zone that is not archived. Needs the zone's context. */
export async function findEnterprise(db: Database, zoneId: string, id: string): Promise<EnterpriseRef | undefined> {
  const row = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'name', 'uscc', 'status', 'registered_address'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { registered_address: registeredAddress, ...rest } = row
  return { ...rest, registeredAddress }
}
