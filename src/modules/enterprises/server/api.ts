import type { Database } from '../../../platform/module.ts'
import type { honourLabels } from '../contract/honour.ts'
import type {} from './table.ts'
import * as newcomers from './take-in.ts'

export const takeIn = newcomers.takeIn

type HonourKind = keyof typeof honourLabels

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

/** Those of these enterprises that are in the zone and not archived, with their names. Needs the zone's context. */
export async function knownEnterprises(
  db: Database,
  zoneId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly sample: boolean }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'name', 'sample'])
    .where('zone_id', '=', zoneId)
    .where('id', 'in', ids)
    .where('archived_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name, sample }) => [id, { name, sample }]))
}

/** All enterprises of the zone that are not archived, by name: what an evaluation asks of each. Needs the zone's context. */
export async function evaluatedEnterprises(
  db: Database,
  zoneId: string,
): Promise<readonly { readonly id: string; readonly status: string; readonly aboveScale: boolean | null }[]> {
  const rows = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'status', 'above_scale'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ id, status, above_scale: aboveScale }) => ({ id, status, aboveScale }))
}

export interface EnterpriseStanding {
  readonly scale: 'large' | 'medium' | 'small' | 'micro' | null
  readonly aboveScale: boolean | null
  readonly registeredOn: string | null
  readonly industryCode: string | null
  /** Kinds of honours that are valid on the day. */
  readonly honours: readonly HonourKind[]
}

/** What conditions ask of an enterprise on a day; null where nobody has entered it. Needs the zone's context. */
export async function standingOf(
  db: Database,
  zoneId: string,
  { id, day }: { readonly id: string; readonly day: string },
): Promise<EnterpriseStanding | undefined> {
  const row = await db
    .selectFrom('enterprises.enterprises')
    .select(['scale', 'above_scale', 'registered_on', 'industry_code'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const honours = await db
    .selectFrom('enterprises.honours')
    .select('kind')
    .distinct()
    .where('zone_id', '=', zoneId)
    .where('enterprise_id', '=', id)
    .where('archived_at', 'is', null)
    .where('issued_on', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    .execute()
  return {
    scale: row.scale,
    aboveScale: row.above_scale,
    registeredOn: row.registered_on,
    industryCode: row.industry_code,
    honours: honours.map(({ kind }) => kind),
  }
}
