import type { Selectable } from 'kysely'
import type { Database } from '../../../platform/module.ts'
import type { Scope } from './store.ts'
import type { BundleRow as Row } from './table.ts'

export type BundleRow = Selectable<Row>

/** Every select of joint applications starts here. */
export function bundlesIn(db: Database, { zoneId, enterpriseId }: Scope) {
  const zone = db.selectFrom('cases.bundles').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  return enterpriseId === undefined ? zone : zone.where('enterprise_id', '=', enterpriseId)
}
