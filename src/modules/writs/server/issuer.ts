import type { Selectable } from 'kysely'
import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../../platform/module.ts'
import { departmentForMatter } from '../../organisation/server/api.ts'
import type { IssuerRow } from './table.ts'

type StoredIssuer = Selectable<IssuerRow>

/** The office that issues what concerns matters of this authority: that of the department in charge, else the zone's default one. */
export async function findIssuer(
  db: Database,
  zoneId: string,
  authority: string | null,
): Promise<StoredIssuer | undefined> {
  const responsible = authority === null ? undefined : await departmentForMatter(db, zoneId, authority)
  const rows = await db
    .selectFrom('writs.issuers')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where((eb) => eb.or([eb('main', '=', true), eb('department_id', '=', responsible?.department.id ?? null)]))
    .execute()
  const own = rows.find((row) => responsible !== undefined && row.department_id === responsible.department.id)
  return own ?? rows.find((row) => row.main)
}

/** The same, or a refusal that says what is to be registered. */
export async function issuerFor(db: Database, zoneId: string, authority: string | null): Promise<StoredIssuer> {
  const issuer = await findIssuer(db, zoneId, authority)
  if (issuer) return issuer
  throw new Problem('rule_violated', 'writs.no_issuer', {
    zh: `${authority ?? '本区'}没有对应的发文机关和机关代字，无法编号；请管理员在“资料—发文机关”中登记。`,
    en: `There is no issuing office with a prefix for ${authority ?? 'this zone'}, so that nothing can be numbered: have the administrator add one under Records.`,
  })
}
