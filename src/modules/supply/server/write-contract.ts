import type { Selectable } from 'kysely'
import { compareMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { clauseFlags } from '../../promotion/server/api.ts'
import type { AgreedIndicator } from '../contract/indicator.ts'
import { type ClauseKind, clauseLabels } from '../contract/words.ts'
import { type ContractDates, refuseBackwards, refuseIncomplete } from '../domain/contract-text.ts'
import { findScheduleFault } from '../domain/payments.ts'
import { paymentOn } from './rules.ts'
import type { ContractRow, TermBody } from './table.ts'

export const contractKind = 'supply.contract'

interface NewContract {
  readonly row: Pick<
    Selectable<ContractRow>,
    'parcel_id' | 'offering_id' | 'enterprise_id' | 'project_id' | 'number' | 'build_number' | 'land_kind' | 'purpose'
  > &
    Pick<Selectable<ContractRow>, 'planning_conditions' | 'price_yuan' | 'sample' | 'handed_over_on'>
  readonly areaSqm: number
  readonly dates: ContractDates
  readonly indicators: readonly AgreedIndicator[]
  readonly clauses: readonly { readonly kind: ClauseKind; readonly words: string }[]
  readonly instalments: readonly { readonly dueOn: string; readonly amountYuan: string }[]
  readonly lateStartPermille: number
  readonly lateCompletionPermille: number
  readonly capPercent: number | null
  readonly answered: Readonly<Record<string, string>>
  /** A contract from before the platform is taken as it was signed: what it lacks is seen, not refused. */
  readonly past: boolean
  /** Days of checks that were passed before the platform. */
  readonly reached?: Readonly<Record<string, string | undefined>>
}

/** A contract with its terms, journaled and told. The parcel is the caller's to move. */
export async function writeContract(db: Database, context: RequestContext, given: NewContract) {
  const { row, dates, indicators, clauses, instalments } = given
  const zoneId = zoneOf(context).id
  const rule = paymentOn(dates.signedOn)
  refuseBackwards(dates)
  if (!given.past) refuseText(given)
  if (!given.past) refuseSchedule(given)
  await refuseTwice(db, zoneId, row)
  const id = newId(context.now)
  const by = actorOf(context)
  const stamp = { created_at: context.now, created_by: by, sample: row.sample }
  const saved = await db
    .insertInto('supply.contracts')
    .values({
      ...{ zone_id: zoneId, id, version: 1, ...stamp, updated_at: context.now, updated_by: by, archived_at: null },
      ...{ ...row, area_sqm: given.areaSqm, signed_on: dates.signedOn, handover_due: dates.handoverDue },
      ...{ start_due: dates.startDue, completion_due: dates.completionDue, production_due: dates.productionDue },
      ...{ output_due: dates.outputDue, late_start_permille: given.lateStartPermille },
      ...{ late_completion_permille: given.lateCompletionPermille, late_pay_permille: rule.latePermille },
      ...{ cap_percent: given.capPercent, handover_document: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const bodies: { kind: 'indicator' | 'clause' | 'instalment'; body: TermBody }[] = [
    ...indicators.map((body) => ({ kind: 'indicator' as const, body })),
    ...clauses.map((clause) => ({ kind: 'clause' as const, body: { ...clause, answers: given.answered } })),
    ...instalments.map((body) => ({ kind: 'instalment' as const, body })),
  ]
  await db
    .insertInto('supply.contract_terms')
    .values(
      bodies.map(({ kind, body }, ordinal) => ({
        ...{
          zone_id: zoneId,
          id: newId(context.now),
          contract_id: id,
          ordinal,
          ...stamp,
          kind,
          body: JSON.stringify(body),
        },
      })),
    )
    .execute()
  await db
    .insertInto('supply.contract_events')
    .values({
      ...{ zone_id: zoneId, id: newId(context.now), ...stamp, contract_id: id, kind: 'holder' as const },
      ...{ happened_on: dates.signedOn, document: row.number, enterprise_id: row.enterprise_id },
      ...{ amount_yuan: null, code: null, actor_name: context.caller.name },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: contractKind, subjectId: id, action: given.past ? 'bringIn' : 'sign', note: row.number },
    ...(row.project_id !== null && { threadId: row.project_id }),
    after: {
      parcelId: row.parcel_id,
      enterpriseId: row.enterprise_id,
      priceYuan: row.price_yuan,
      ...dates,
      indicators,
    },
  })
  await publish(db, context, {
    ...{ topic: 'supply.contracted', subjectKind: contractKind, subjectId: id },
    ...{ payload: { contractId: id, reached: given.reached ?? {} }, audience: { enterpriseId: row.enterprise_id } },
  })
  return saved
}

async function refuseTwice(
  db: Database,
  zoneId: string,
  { parcel_id, number }: Pick<Selectable<ContractRow>, 'parcel_id' | 'number'>,
): Promise<void> {
  const there = await db
    .selectFrom('supply.contracts')
    .select('number')
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where((eb) => eb.or([eb('parcel_id', '=', parcel_id), eb('number', '=', number)]))
    .executeTakeFirst()
  if (!there) return
  throw new Problem('rule_violated', 'supply.contracted_already', {
    zh: `这宗地或这个合同编号已有合同 ${there.number}，请核对。`,
    en: `The parcel or the number has the contract ${there.number} already: check it.`,
  })
}

function refuseText({ row, clauses, indicators, answered, dates }: NewContract): void {
  if (row.land_kind === 'standard') {
    if (row.build_number === null) throw noBuildContract()
    refuseIncomplete(Object.fromEntries(clauses.map(({ kind, words }) => [kind, words])), indicators.length)
  }
  for (const { kind, words } of clauses) {
    const open = clauseFlags(words, dates.signedOn).find(({ rule }) => answered[rule.code] === undefined)
    if (open) throw flagged(kind, open.rule, open.found)
  }
}

function refuseSchedule({ row, instalments, dates }: NewContract): void {
  const deal = { signedOn: dates.signedOn, priceYuan: row.price_yuan }
  const fault = findScheduleFault(deal, instalments, paymentOn(dates.signedOn))
  if (fault) throw new Problem('rule_violated', 'supply.bad_schedule', fault)
  if (instalments.some(({ amountYuan }) => compareMoney(amountYuan, '0') <= 0)) {
    throw new Problem('rule_violated', 'supply.bad_schedule', {
      zh: '每一期的金额都要大于 0。',
      en: 'Every instalment is above zero.',
    })
  }
}

function noBuildContract(): Problem {
  return new Problem('rule_violated', 'supply.no_build_contract', {
    zh: '标准地除出让合同外，还要同时签订标准地投资建设合同，请填写其编号。',
    en: 'Standard land needs the contract on what is built beside the land contract: give its number.',
  })
}

function flagged(
  kind: ClauseKind,
  rule: { code: string; title: { zh: string; en: string }; article: string; advice: { zh: string; en: string } },
  found: readonly string[],
): Problem {
  const label = clauseLabels[kind]
  return new Problem(
    'rule_violated',
    'supply.flagged_clause',
    {
      zh: `“${label.zh}”里的“${found.join('、')}”涉及${rule.title.zh}（公平竞争审查条例${rule.article}）。${rule.advice.zh}确无问题的，请写明理由后再签。`,
      en: `"${label.en}" holds "${found.join(', ')}": ${rule.title.en}. ${rule.advice.en} If it stands, give the reason.`,
    },
    { clause: kind, flag: rule.code },
  )
}
