import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { annualItemNames } from '../contract/items.ts'
import type { AnnualLine, Annuals } from '../contract.ts'
import { type CountingRule, inOrder, spreadOf } from '../domain/counting.ts'
import { countingRule } from './rules.ts'
import { listValues, type StoredValue, sayingOf } from './store.ts'

/** All that the sources say of one enterprise, by year. */
export async function readAnnuals(db: Database, context: RequestContext, id: string): Promise<Annuals> {
  const { caller, now } = context
  const zoneId = zoneOf(context).id
  if (isOutsider(caller) && caller.enterpriseId !== id) throw notFound()
  const enterprise = await findEnterprise(db, zoneId, id)
  if (!enterprise) throw notFound()
  const rule = countingRule(legalDayOf(now))
  const byYear = Map.groupBy(await listValues(db, zoneId, { enterpriseId: id }), ({ year }) => year)
  const years = [...byYear.entries()]
    .sort(([a], [b]) => b - a)
    .map(([year, values]) => ({ year, lines: linesOf(rule, values) }))
  const { source, confidence, validFrom } = rule
  return {
    enterprise: { id, name: enterprise.name },
    years,
    rule: { source, confidence, validFrom },
  }
}

function linesOf(rule: CountingRule, values: readonly StoredValue[]): AnnualLine[] {
  const byItem = Map.groupBy(values, ({ item }) => item)
  return annualItemNames.flatMap((item) => {
    const told = (byItem.get(item) ?? []).map((row) => ({ ...sayingOf(row), basis: row.basis, sample: row.sample }))
    if (told.length === 0) return []
    const sayings = inOrder(rule, told)
    return [{ item, sayings: sayings.map((one, i) => ({ ...one, counts: i === 0 })), spread: spreadOf(sayings) }]
  })
}
