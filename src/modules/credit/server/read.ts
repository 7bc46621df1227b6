import type { Day } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Credit, CreditEntry } from '../contract.ts'
import { type CreditRules, countsOn, type EntryFacts, endOf, standingOn } from '../domain/credit.ts'
import { refusalOfRepair, repairFrom } from '../domain/repair.ts'
import { rulesOf } from './rules.ts'
import { getEnterprise, type LedgerLine, listLedger } from './store.ts'

interface Question {
  readonly enterprise?: string | undefined
  readonly on?: Day | undefined
}

/** Credit of one enterprise as the caller may see it. */
export async function readCredit(db: Database, context: RequestContext, asked: Question): Promise<Credit> {
  const zoneId = zoneOf(context).id
  const { caller } = context
  const enterprise = await getEnterprise(db, zoneId, {
    caller,
    ...(asked.enterprise !== undefined && { id: asked.enterprise }),
  })
  const today = legalDayOf(context.now)
  const day = asked.on ?? today
  const rules = await rulesOf(db, zoneId, day)
  const lines = await listLedger(db, zoneId, [enterprise.id])
  const mayApply = caller.permissions.has('credit.applyRepair') && caller.enterpriseId === enterprise.id
  return {
    enterprise: { id: enterprise.id, name: enterprise.name },
    day,
    basePoints: rules.basePoints,
    standing: getStanding(
      rules,
      lines.map(({ facts }) => facts),
      day,
    ),
    entries: lines.map((line) => entryOf(line, { day, today, mayApply })),
  }
}

/** Every enterprise with an entry, those with the fewest points first. */
export async function readAll(db: Database, context: RequestContext) {
  const zoneId = zoneOf(context).id
  const day = legalDayOf(context.now)
  const rules = await rulesOf(db, zoneId, day)
  const byEnterprise = Map.groupBy(await listLedger(db, zoneId), ({ row }) => row.enterprise_id)
  if (byEnterprise.size === 0) return { enterprises: [] }
  const names = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', 'in', [...byEnterprise.keys()])
    .where('archived_at', 'is', null)
    .execute()
  const enterprises = names.map(({ id, name }) => {
    const lines = byEnterprise.get(id) ?? []
    const { grade, points } = getStanding(
      rules,
      lines.map(({ facts }) => facts),
      day,
    )
    const toDecide = lines.filter(({ repair }) => repair?.state === 'applied').length
    return { id, name, grade, points, entries: lines.length, toDecide }
  })
  return { enterprises: enterprises.sort((a, b) => a.points - b.points || (a.name < b.name ? -1 : 1)) }
}

/** The grade of a day; refuses where no rule says one. */
export function getStanding(rules: CreditRules, entries: readonly EntryFacts[], day: Day) {
  const standing = standingOn(rules, entries, day)
  if (standing) return standing
  throw new Problem('rule_violated', 'credit.no_rules', {
    zh: `${day} 没有施行中的信用等级规则，请先录入规则。`,
    en: `No credit grade rule is in force on ${day}: enter one first.`,
  })
}

interface Reading {
  readonly day: Day
  readonly today: Day
  readonly mayApply: boolean
}

function entryOf({ row, repair, facts }: LedgerLine, { day, today, mayApply }: Reading): CreditEntry {
  const counts = countsOn(facts, day)
  return {
    id: row.id,
    cause: row.cause,
    points: row.points,
    happenedOn: row.happened_on,
    endsOn: endOf(facts),
    counts,
    document: row.document,
    note: row.note,
    source: row.source,
    confidence: row.confidence,
    repairFrom: counts ? repairFrom(facts) : null,
    mayRepair: mayApply && refusalOfRepair(facts, today) === null,
    repair: repair && {
      id: repair.id,
      version: repair.version,
      state: repair.state,
      reason: repair.reason,
      fileId: repair.file_id,
      appliedOn: repair.applied_on,
      decidedOn: repair.decided_on,
      decision: repair.decision,
    },
    sample: row.sample,
  }
}
