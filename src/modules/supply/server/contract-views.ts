import { legalDayOf } from '../../../kernel/legal-day.ts'
import { sumMoney } from '../../../kernel/money.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { listParcels } from '../../parcels/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import { clauseFlags } from '../../promotion/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { ContractLine, LandContract } from '../contract/contracts.ts'
import { AgreedIndicator } from '../contract/indicator.ts'
import { NewInstalment } from '../contract/offerings.ts'
import { type ClauseKind, clauseKinds } from '../contract/words.ts'
import { ledgerOf } from '../domain/payments.ts'
import { permitsOf } from './permits.ts'
import type { StoredContract } from './store.ts'

export function indicatorsOf({ terms }: StoredContract): AgreedIndicator[] {
  return terms.filter(({ kind }) => kind === 'indicator').map(({ body }) => AgreedIndicator.parse(body))
}

export function moneyOf({ row, terms, events }: StoredContract, today: string) {
  const instalments = terms.filter(({ kind }) => kind === 'instalment').map(({ body }) => NewInstalment.parse(body))
  const payments = events.flatMap(({ kind, happened_on, amount_yuan }) =>
    kind === 'payment' && amount_yuan !== null ? [{ paidOn: happened_on, amountYuan: amount_yuan }] : [],
  )
  const ledger = ledgerOf(instalments, payments, { today, latePermille: Number(row.late_pay_permille) })
  const late = ledger.filter(({ state }) => state === 'late')
  return {
    ledger,
    paidYuan: sumMoney(payments.map(({ amountYuan }) => amountYuan)),
    overdueYuan: sumMoney(late.flatMap(({ amountYuan, paidYuan }) => [amountYuan, `-${paidYuan}`])),
    interestYuan: sumMoney(ledger.map(({ interestYuan }) => interestYuan)),
  }
}

export async function contractLines(
  db: Database,
  context: RequestContext,
  stored: readonly StoredContract[],
): Promise<ContractLine[]> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const rows = stored.map(({ row }) => row)
  const ids = rows.map(({ parcel_id }) => parcel_id)
  const parcels = new Map((await listParcels(db, zoneId, { ids })).map(({ id, name }) => [id, name]))
  const holders = stored.flatMap(({ row, events }) => [row.enterprise_id, ...events.map((one) => one.enterprise_id)])
  const firms = await knownEnterprises(db, zoneId, [...new Set(holders.filter((id) => id !== null))])
  const projects = await projectNames(
    db,
    zoneId,
    rows.flatMap(({ project_id }) => (project_id === null ? [] : [project_id])),
  )
  return stored.map((one) => {
    const { row } = one
    const { paidYuan, overdueYuan, interestYuan } = moneyOf(one, today)
    const name = row.project_id === null ? undefined : projects.get(row.project_id)
    return {
      ...{ id: row.id, version: row.version, number: row.number, landKind: row.land_kind, purpose: row.purpose },
      ...{ areaSqm: Number(row.area_sqm), priceYuan: row.price_yuan, signedOn: row.signed_on },
      ...{ handedOverOn: row.handed_over_on, sample: row.sample, paidYuan, overdueYuan, interestYuan },
      dates: {
        ...{ handoverDue: row.handover_due, startDue: row.start_due, completionDue: row.completion_due },
        ...{ productionDue: row.production_due, outputDue: row.output_due },
      },
      parcel: { id: row.parcel_id, name: parcels.get(row.parcel_id) ?? '' },
      enterprise: { id: row.enterprise_id, name: firms.get(row.enterprise_id)?.name ?? '' },
      project: row.project_id !== null && name !== undefined ? { id: row.project_id, name } : null,
    }
  })
}

export async function contractView(
  db: Database,
  context: RequestContext,
  stored: StoredContract,
): Promise<LandContract> {
  const { row, events } = stored
  const [line] = await contractLines(db, context, [stored])
  if (!line) throw new RangeError('one row, one view')
  const zone = zoneOf(context)
  const held = events.flatMap((one) =>
    one.kind === 'holder' && one.enterprise_id !== null ? [{ ...one, firm: one.enterprise_id }] : [],
  )
  const firms = await knownEnterprises(db, zone.id, [...new Set(held.map(({ firm }) => firm))])
  const { ledger } = moneyOf(stored, legalDayOf(context.now))
  const calendar = await zoneCalendar(db, zone.code)
  return {
    ...line,
    ...{ buildNumber: row.build_number, planningConditions: row.planning_conditions },
    ...{ lateStartPermille: Number(row.late_start_permille), latePermille: Number(row.late_pay_permille) },
    ...{ lateCompletionPermille: Number(row.late_completion_permille), handoverDocument: row.handover_document },
    capPercent: row.cap_percent === null ? null : Number(row.cap_percent),
    ...{ indicators: indicatorsOf(stored), clauses: clausesOf(stored), instalments: ledger },
    payments: events.flatMap(({ kind, happened_on, amount_yuan, document, actor_name }) =>
      kind === 'payment' && amount_yuan !== null
        ? [{ paidOn: happened_on, amountYuan: amount_yuan, document, by: actor_name }]
        : [],
    ),
    permits: await permitsOf(db, stored, calendar),
    holders: held.map(({ firm, happened_on, document }) => ({
      ...{ enterprise: { id: firm, name: firms.get(firm)?.name ?? '' }, since: happened_on, document },
    })),
  }
}

function clausesOf({ row, terms }: StoredContract): LandContract['clauses'] {
  return terms.flatMap(({ kind, body }) => {
    if (kind !== 'clause' || !('words' in body)) return []
    const found = clauseFlags(body.words, row.signed_on)
    return [
      {
        ...{ kind: clauseKind(body.kind), words: body.words },
        flags: found.map(({ rule, found: words }) => ({
          ...{ code: rule.code, title: rule.title, advice: rule.advice, article: rule.article, found: [...words] },
          answer: body.answers[rule.code] ?? null,
        })),
      },
    ]
  })
}

function clauseKind(kind: string): ClauseKind {
  return clauseKinds.find((one) => one === kind) ?? 'other'
}
