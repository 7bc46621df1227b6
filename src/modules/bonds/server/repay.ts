import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { bond } from '../contract/bond.ts'
import type { BondView } from '../contract.ts'
import { scheduleOf } from '../domain/schedule.ts'
import { termsOf, viewOf } from './read.ts'
import { lockStored, type Stored } from './store.ts'

interface Asked {
  readonly id: string
  readonly version: number
}

/** One row a year from the terms of the bond, once. */
export async function drawUpSchedule(db: Database, context: RequestContext, asked: Asked): Promise<BondView> {
  const stored = await lockFor(db, context, asked)
  const { row } = stored
  if (stored.repayments.length > 0) {
    throw new Problem('rule_violated', 'bonds.scheduled', {
      zh: '还本付息计划已经编制，无须重复编制。',
      en: 'The schedule has been drawn up already.',
    })
  }
  const { now } = context
  const by = actorOf(context)
  const schedule = scheduleOf(termsOf(row))
  await db
    .insertInto('bonds.repayments')
    .values(
      schedule.map(({ dueOn, principal, interest }) => ({
        ...{ zone_id: row.zone_id, id: newId(now), version: 1, archived_at: null, sample: row.sample },
        ...{ created_at: now, created_by: by, updated_at: now, updated_by: by, bond_id: row.id, due_on: dueOn },
        ...{ principal_yuan: principal, interest_yuan: interest, paid_on: null, document: null },
      })),
    )
    .execute()
  return done(db, context, { stored, action: 'schedule', after: { years: schedule.length } })
}

interface Paying extends Asked {
  readonly repayment: string
  readonly paidOn: string
  readonly document: string
}

/** An instalment is paid, on a day that has come, with its paper. */
export async function repay(db: Database, context: RequestContext, given: Paying): Promise<BondView> {
  const stored = await lockFor(db, context, given)
  const instalment = stored.repayments.find(({ id }) => id === given.repayment)
  if (!instalment) throw notFound()
  refuseRepayment(instalment.paid_on, { ...given, issuedOn: stored.row.issued_on, today: legalDayOf(context.now) })
  await db
    .updateTable('bonds.repayments')
    .set({
      ...{ paid_on: given.paidOn, document: given.document, version: instalment.version + 1 },
      ...{ updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', stored.row.zone_id)
    .where('id', '=', instalment.id)
    .execute()
  const after = { dueOn: instalment.due_on, principal: instalment.principal_yuan, interest: instalment.interest_yuan }
  return done(db, context, { stored, action: 'repay', after, note: given.document })
}

interface Claimed {
  readonly paidOn: string
  readonly issuedOn: string
  readonly today: string
}

function refuseRepayment(earlier: string | null, { paidOn, issuedOn, today }: Claimed): void {
  if (earlier !== null) {
    throw new Problem('rule_violated', 'bonds.paid_already', {
      zh: `这一期已在 ${earlier} 还付。`,
      en: `This instalment was paid on ${earlier}.`,
    })
  }
  if (paidOn >= issuedOn && paidOn <= today) return
  throw new Problem('rule_violated', 'bonds.wrong_day', {
    zh: `还付日期应在 ${issuedOn} 到 ${today} 之间。`,
    en: `It was paid between ${issuedOn} and ${today}.`,
  })
}

async function lockFor(db: Database, context: RequestContext, { id, version }: Asked): Promise<Stored> {
  const stored = await lockStored(db, zoneOf(context).id, id)
  if (stored.row.version === version) return stored
  const text = { zh: '这只债券刚被他人改过，请刷新后再办。', en: 'Somebody was first: look again, then decide.' }
  throw new Problem('conflict', 'bonds.stale', text, { version: stored.row.version })
}

interface Done {
  readonly stored: Stored
  readonly action: string
  readonly after: Readonly<Record<string, unknown>>
  readonly note?: string
}

async function done(db: Database, context: RequestContext, { stored, action, after, note }: Done): Promise<BondView> {
  const { row } = stored
  await db
    .updateTable('bonds.bonds')
    .set({ version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: bond.name, subjectId: row.id, action, after, ...(note !== undefined && { note }) },
  })
  return viewOf(await lockStored(db, row.zone_id, row.id), legalDayOf(context.now))
}
