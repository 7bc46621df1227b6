import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

export interface EnterpriseRef {
  readonly id: string
  readonly name: string
  readonly uscc: string | null
  readonly status: string
}

/** An enterprise of the zone that is not archived. Needs the zone's context. */
export async function findEnterprise(db: Database, zoneId: string, id: string): Promise<EnterpriseRef | undefined> {
  return db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'name', 'uscc', 'status'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
}
