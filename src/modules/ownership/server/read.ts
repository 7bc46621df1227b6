import { Decimal } from 'decimal.js'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise, knownEnterprises } from '../../enterprises/server/api.ts'
import type { Ownership } from '../contract.ts'
import { heldOn, totalPercent } from '../domain/register.ts'
import { heldOf, listHoldings } from './store.ts'

interface Question {
  readonly id: string
  readonly on?: string | undefined
}

/** Who holds an enterprise on a day, who did, and what it holds of others. */
export async function readOwnership(db: Database, context: RequestContext, { id, on }: Question): Promise<Ownership> {
  const { caller, now } = context
  const zoneId = zoneOf(context).id
  if (isOutsider(caller) && caller.enterpriseId !== id) throw notFound()
  const enterprise = await findEnterprise(db, zoneId, id)
  if (!enterprise) throw notFound()
  const day = on ?? legalDayOf(now)
  const rows = await listHoldings(db, zoneId, { enterpriseId: id })
  const holdings = rows.map((row) => ({ ...heldOf(row), document: row.document, sample: row.sample }))
  const holders = holdings.filter((one) => heldOn(one, day)).sort((a, b) => b.percent - a.percent)
  const held = (await listHoldings(db, zoneId, { holderId: id })).filter((row) => heldOn(heldOf(row), day))
  const names = await knownEnterprises(
    db,
    zoneId,
    held.map((row) => row.enterprise_id),
  )
  return {
    enterprise: { id, name: enterprise.name },
    day,
    holders,
    unknownPercent: new Decimal(100).minus(totalPercent(holders)).toNumber(),
    others: holdings.filter((one) => !heldOn(one, day)),
    holds: held.map((row) => ({
      id: row.enterprise_id,
      name: names.get(row.enterprise_id)?.name ?? '',
      percent: Number(row.percent),
    })),
  }
}
