import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { sumMoney } from '../../../kernel/money.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { listUnits, type UnitRef } from '../../space/server/api.ts'
import type { previewSplit, SharedSplit, splitSharedCost } from '../contract/shared.ts'
import { refuse } from '../domain/lease.ts'
import { type Share, type SharingUnit, sharedDueOn, splitShared, usedIn } from '../domain/shared.ts'
import { insertBills, rowOf } from './draw.ts'
import { type LeaseRow, leasesIn, unitsOf } from './store.ts'

export const sharedKind = 'leases.sharedCost'
type Asked = InputOf<typeof previewSplit>

const billKinds = { water: 'sharedWater', power: 'sharedPower', gas: 'sharedGas', heat: 'sharedHeat' } as const

interface Split {
  readonly shares: readonly (Share & { readonly lease: string })[]
  readonly leases: ReadonlyMap<string, LeaseRow>
  readonly units: ReadonlyMap<string, UnitRef>
  readonly kept: string
}

export async function preview(db: Database, context: RequestContext, asked: Asked): Promise<SharedSplit> {
  return shown(db, context, await computed(db, context, asked))
}

/** Each share becomes a bill of its lease; days of one building and meter are split once. */
export async function share(db: Database, context: RequestContext, input: InputOf<typeof splitSharedCost>) {
  const zoneId = zoneOf(context).id
  const split = await computed(db, context, input)
  const { now, caller } = context
  const id = newId(now)
  const row = await db
    .insertInto('leases.shared_costs')
    .values({
      ...{ zone_id: zoneId, id, created_at: now, created_by: actorOf(context), sample: context.sample ?? false },
      ...{ building_id: input.building, meter: input.meter, period_from: input.from, period_to: input.to },
      ...{ total_yuan: input.total, by_rule: input.rule, kept_yuan: split.kept, document: input.document },
      actor_name: caller.name,
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'building_id', 'meter', 'period_from']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw splitAlready(input.from)
  await record(db, context, {
    ...{ subjectKind: sharedKind, subjectId: id, action: 'splitSharedCost' },
    after: {
      meter: input.meter,
      from: input.from,
      to: input.to,
      total: input.total,
      rule: input.rule,
      kept: split.kept,
    },
  })
  const dueOn = sharedDueOn(legalDayOf(now))
  const bills = split.shares.flatMap(({ lease, unit, amount }) => {
    const held = split.leases.get(lease)
    if (!held) return []
    const days = { kind: billKinds[input.meter], from: input.from, to: input.to }
    return [rowOf(context, held, { ...days, amount, dueOn, unit })]
  })
  await insertBills(db, context, bills)
  return shown(db, context, split)
}

async function computed(db: Database, context: RequestContext, asked: Asked): Promise<Split> {
  const zoneId = zoneOf(context).id
  const { building, from, to, meter, rule, total } = asked
  if (to < from || to > legalDayOf(context.now)) {
    throw refuse('bad_days', {
      zh: '分摊的起止日期不对：止日不早于起日，且已经过去。',
      en: 'The days are wrong: the last is not before the first, and they are over.',
    })
  }
  await refuseOverlap(db, zoneId, asked)
  const units = (await listUnits(db, zoneId)).filter(
    (unit) => unit.building.id === building && unit.use !== 'apartment',
  )
  if (units.length === 0) throw notFound()
  const leases = await leasesIn(db, zoneId).where('starts_on', '<=', to).orderBy('starts_on').orderBy('id').execute()
  const within = leases.filter((row) => (row.ended_on ?? row.ends_on) >= from)
  const parts = await unitsOf(
    db,
    zoneId,
    within.map(({ id }) => id),
  )
  const weights = rule === 'area' ? null : await usedBy(db, zoneId, { units, from, to, meter })
  const sharing = units.map(
    ({ id, areaSqm }): SharingUnit => ({
      ...{ unit: id, weight: weights?.get(id) ?? String(areaSqm) },
      held: within
        .filter((row) => parts.get(row.id)?.some((unit) => unit.id === id))
        .map((row) => ({ lease: row.id, from: row.starts_on, to: row.ended_on ?? row.ends_on })),
    }),
  )
  const all = splitShared(total, sharing, { from, to })
  if (all.length === 0) {
    throw refuse('nothing_used', {
      zh: '这几天各户用量都是 0，不能按用量分摊；请改按面积。',
      en: 'Nobody used anything in these days: split it by area.',
    })
  }
  return {
    shares: all.flatMap(({ lease, unit, amount }) =>
      lease === null || amount === '0.00' ? [] : [{ lease, unit, amount }],
    ),
    kept: sumMoney(all.filter(({ lease }) => lease === null).map(({ amount }) => amount)),
    leases: new Map(within.map((row) => [row.id, row])),
    units: new Map(units.map((unit) => [unit.id, unit])),
  }
}

/** Weights by meter; a unit without a value is named, not taken for nought. */
async function usedBy(
  db: Database,
  zoneId: string,
  { units, meter, ...period }: Pick<Asked, 'from' | 'to' | 'meter'> & { readonly units: readonly UnitRef[] },
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('leases.readings')
    .select(['unit_id as unit', 'read_on as readOn', 'value'])
    .where('zone_id', '=', zoneId)
    .where('meter', '=', meter)
    .where('archived_at', 'is', null)
    .execute()
  const byUnit = Map.groupBy(rows, ({ unit }) => unit)
  const used = units.map(({ id, code }) => ({ id, code, value: usedIn(byUnit.get(id) ?? [], period) }))
  const unknown = used.filter(({ value }) => value === null).map(({ code }) => code)
  if (unknown.length > 0) {
    throw refuse('no_reading', {
      zh: `${unknown.join('、')} 缺抄表读数或读数倒走，不能按用量分摊；请补抄表，或改按面积。`,
      en: `${unknown.join(', ')} lack a reading or run backwards: enter it, or split by area.`,
    })
  }
  return new Map(used.flatMap(({ id, value }) => (value === null ? [] : [[id, value] as const])))
}

async function refuseOverlap(db: Database, zoneId: string, { building, meter, from, to }: Asked): Promise<void> {
  const clash = await db
    .selectFrom('leases.shared_costs')
    .select('period_from')
    .where('zone_id', '=', zoneId)
    .where('building_id', '=', building)
    .where('meter', '=', meter)
    .where('period_from', '<=', to)
    .where('period_to', '>=', from)
    .executeTakeFirst()
  if (clash) throw splitAlready(clash.period_from)
}

const splitAlready = (from: string) =>
  refuse('split_already', {
    zh: `这栋楼从 ${from} 起的这项费用已经分摊过，请核对起止日期。`,
    en: `This cost of the building was split from ${from} on already: check the days.`,
  })

async function shown(db: Database, context: RequestContext, split: Split): Promise<SharedSplit> {
  const ids = [...new Set([...split.leases.values()].map((row) => row.enterprise_id))]
  const firms = await knownEnterprises(db, zoneOf(context).id, ids)
  return {
    kept: split.kept,
    shares: split.shares.flatMap(({ lease, unit, amount }) => {
      const row = split.leases.get(lease)
      if (!row) return []
      const lessee = firms.get(row.enterprise_id)?.name ?? ''
      return [{ lease: { id: row.id, number: row.number, lessee }, unit: split.units.get(unit)?.code ?? '', amount }]
    }),
  }
}
