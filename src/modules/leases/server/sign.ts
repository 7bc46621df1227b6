import { Decimal } from 'decimal.js'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { lockUnits } from '../../space/server/api.ts'
import type { signLease } from '../contract.ts'
import { refuse, refuseBadTerms, refuseOverlap } from '../domain/lease.ts'
import { drawFor } from './draw.ts'
import { setRound } from './round.ts'
import { type LeaseRow, spansOf } from './store.ts'

export const leaseKind = 'leases.lease'

export type Signing = Omit<InputOf<typeof signLease>, 'zone'> & {
  /** A renewal: the lease before, whose deposit goes over. */
  readonly renews?: LeaseRow
}

/** A lease over units that nobody else has in its days: hold the units, the pure rules, save, draw its bills. */
export async function sign(db: Database, context: RequestContext, given: Signing): Promise<LeaseRow> {
  const zoneId = zoneOf(context).id
  refuseBadTerms(given)
  const enterprise = await findEnterprise(db, zoneId, given.enterprise)
  if (!enterprise) throw notFound()
  const units = await lockUnits(db, zoneId, given.units)
  if (units.some(({ use }) => use === 'apartment')) {
    throw refuse('apartment', {
      zh: '人才公寓不签租约，请到“人才公寓”办理入住。',
      en: 'A talent apartment is not leased: it is given out under "Talent apartments".',
    })
  }
  const wanted = units.map(({ id, code }) => ({ unit: id, code }))
  refuseOverlap(wanted, given, await spansOf(db, zoneId, given.units))
  const row = await insert(db, context, { given, units })
  await record(db, context, {
    ...{
      subjectKind: leaseKind,
      subjectId: row.id,
      action: given.renews ? 'renew' : 'sign',
      threadId: given.enterprise,
    },
    after: {
      ...{ number: row.number, startsOn: row.starts_on, endsOn: row.ends_on, areaSqm: row.area_sqm },
      ...{ steps: row.steps, deposit: row.deposit_yuan, units: units.map(({ code }) => code) },
    },
  })
  await drawFor(db, context, [row])
  await tell(db, context, row)
  await setRound(db, context)
  return row
}

export async function tell(db: Database, context: RequestContext, row: LeaseRow): Promise<void> {
  await publish(db, context, {
    ...{ topic: 'leases.changed', subjectKind: leaseKind, subjectId: row.id, payload: { leaseId: row.id } },
    audience: { enterpriseId: row.enterprise_id },
  })
}

interface Inserting {
  readonly given: Signing
  readonly units: readonly { readonly id: string; readonly area_sqm: string }[]
}

async function insert(db: Database, context: RequestContext, { given, units }: Inserting): Promise<LeaseRow> {
  const { now } = context
  const by = actorOf(context)
  const head = { zone_id: zoneOf(context).id, created_at: now, created_by: by, sample: context.sample ?? false }
  const before = given.renews
  const row = await db
    .insertInto('leases.leases')
    .values({
      ...{ ...head, id: newId(now), version: 1, updated_at: now, updated_by: by, archived_at: null },
      ...{ number: given.number, enterprise_id: given.enterprise, starts_on: given.startsOn, ends_on: given.endsOn },
      ...{ ended_on: null, area_sqm: Decimal.sum(...units.map((unit) => unit.area_sqm)).toFixed() },
      ...{ steps: JSON.stringify(given.steps), free_periods: JSON.stringify(given.freePeriods) },
      ...{ property_rate: given.propertyRate, notice_days: given.noticeDays, due_day: given.dueDay },
      ...{ deposit_yuan: given.deposit, deposit_paid_on: before?.deposit_paid_on ?? null },
      ...{ deposit_document: before?.deposit_document ?? null, deposit_returned_yuan: null },
      ...{ deposit_deducted_yuan: null, deposit_reason: null, deposit_returned_on: null },
      ...{ renewed_from: before?.id ?? null, reason: null },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'number']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) {
    throw new Problem('conflict', 'leases.number_taken', {
      zh: `合同编号“${given.number}”已经用过，请换一个。`,
      en: `The number "${given.number}" is taken; give another.`,
    })
  }
  const parts = units.map((unit) => ({
    ...head,
    id: newId(now),
    lease_id: row.id,
    unit_id: unit.id,
    area_sqm: unit.area_sqm,
  }))
  await db.insertInto('leases.lease_units').values(parts).execute()
  return row
}
