import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { bond } from '../contract/bond.ts'
import { refuseOverAmount, refuseTakingUsed, refuseUse } from '../domain/allotment.ts'
import { moneyOf } from './read.ts'
import { lockStored, type Stored } from './store.ts'

interface Entering {
  readonly bondId: string
  readonly work: { readonly id: string; readonly name: string }
  /** Yuan, above zero. */
  readonly amount: string
  readonly document: string
}

/** Sets part of a bond aside for a work. */
export async function allot(db: Database, context: RequestContext, given: Entering): Promise<void> {
  const stored = await lockStored(db, zoneOf(context).id, given.bondId)
  refuseOverAmount(moneyOf(stored), given.amount)
  await enterAllotment(db, context, { stored, given, amount: given.amount, action: 'allot' })
}

/** Takes back what a work has not used. */
export async function takeBack(db: Database, context: RequestContext, given: Entering): Promise<void> {
  const stored = await lockStored(db, zoneOf(context).id, given.bondId)
  refuseTakingUsed(moneyOf(stored), given.work.id, given.amount)
  await enterAllotment(db, context, { stored, given, amount: `-${given.amount}`, action: 'takeBack' })
}

interface Moving {
  readonly stored: Stored
  readonly given: Entering
  readonly amount: string
  readonly action: 'allot' | 'takeBack'
}

async function enterAllotment(db: Database, context: RequestContext, { stored, given, amount, action }: Moving) {
  const { document, work } = given
  await db
    .insertInto('bonds.allotments')
    .values({ ...head(context, stored), work_id: work.id, work_name: work.name, amount_yuan: amount, document })
    .execute()
  await told(db, context, { given, action })
}

/** Enters a payment for a work; beyond its allotment, or for a work without one, it is refused. */
export async function enterBondUse(
  db: Database,
  context: RequestContext,
  given: Entering & { readonly usedOn: string },
): Promise<void> {
  const stored = await lockStored(db, zoneOf(context).id, given.bondId)
  const { work, amount, document, usedOn } = given
  refuseUse(moneyOf(stored), work.id, amount)
  await db
    .insertInto('bonds.uses')
    .values({
      ...{ ...head(context, stored), work_id: work.id, work_name: work.name },
      ...{ amount_yuan: amount, document, used_on: usedOn },
    })
    .execute()
  await told(db, context, { given, action: 'use' })
}

function head(context: RequestContext, { row }: Stored) {
  const { now } = context
  return {
    ...{ zone_id: row.zone_id, id: newId(now), created_at: now, created_by: actorOf(context) },
    ...{ sample: row.sample, bond_id: row.id },
  }
}

function told(db: Database, context: RequestContext, { given, action }: { given: Entering; action: string }) {
  const { bondId, work, amount, document } = given
  return record(db, context, {
    ...{ subjectKind: bond.name, subjectId: bondId, action, threadId: work.id, note: document },
    after: { work: work.name, amount },
  })
}
