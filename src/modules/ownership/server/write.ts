import { sql } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise, knownEnterprises } from '../../enterprises/server/api.ts'
import type { NewHolder } from '../contract.ts'
import { circleThrough } from '../domain/circle.ts'
import { changesOf, refusalOfRegister } from '../domain/register.ts'
import { heldOf, listHoldings } from './store.ts'
import type {} from './table.ts'

interface Register {
  readonly id: string
  readonly asOf: string
  readonly document: string
  readonly holders: readonly NewHolder[]
}

/** The register of shareholders as it stands from a day on. */
export async function recordHolders(db: Database, context: RequestContext, asked: Register): Promise<void> {
  const zoneId = zoneOf(context).id
  if (isOutsider(context.caller)) throw notFound()
  const enterprise = await findEnterprise(db, zoneId, asked.id)
  if (!enterprise) throw notFound()
  // Two registers at once could together close a circle that neither sees.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ownership:${zoneId}`}, 0))`.execute(db)
  await refuseWrong(db, context, asked)
  const current = (await listHoldings(db, zoneId, { enterpriseId: asked.id })).map(heldOf)
  const { ended, begun } = changesOf(current, asked.holders, asked.asOf)
  const by = actorOf(context)
  if (ended.length > 0) {
    await db
      .updateTable('ownership.holdings')
      .set((eb) => ({
        held_until: asked.asOf,
        version: eb('version', '+', 1),
        updated_at: context.now,
        updated_by: by,
      }))
      .where('zone_id', '=', zoneId)
      .where(
        'id',
        'in',
        ended.map(({ id }) => id),
      )
      .execute()
  }
  const rows = begun.map(({ name, kind, holderId, percent, paidInYuan }) => ({
    ...{ zone_id: zoneId, id: newId(context.now), version: 1, created_at: context.now, created_by: by },
    ...{ updated_at: context.now, updated_by: by, archived_at: null, sample: context.sample ?? false },
    ...{ enterprise_id: asked.id, name, kind, holder_id: holderId, percent, paid_in_yuan: paidInYuan },
    ...{ held_from: asked.asOf, held_until: null, document: asked.document },
  }))
  if (rows.length > 0) await db.insertInto('ownership.holdings').values(rows).execute()
  const told = (all: readonly { readonly name: string; readonly percent: number }[]) =>
    all.map(({ name, percent }) => `${name} ${percent}%`)
  await record(db, context, {
    ...{ subjectKind: 'ownership.register', subjectId: asked.id, action: 'recordHolders', note: asked.document },
    ...{ before: { holders: told(ended) }, after: { asOf: asked.asOf, holders: told(begun) } },
  })
}

async function refuseWrong(db: Database, context: RequestContext, { id, asOf, holders }: Register): Promise<void> {
  const zoneId = zoneOf(context).id
  if (asOf > legalDayOf(context.now)) {
    throw new Problem('rule_violated', 'ownership.in_the_future', {
      zh: `${asOf} 还没有到，请填名册生效的实际日期。`,
      en: `${asOf} has not come yet: give the day from which the register holds.`,
    })
  }
  const refusal = refusalOfRegister(id, holders)
  if (refusal) throw refusal
  const wanted = holders.flatMap(({ holderId }) => holderId ?? [])
  const known = await knownEnterprises(db, zoneId, wanted)
  if (wanted.some((holder) => !known.has(holder))) throw notFound()
  const rows = await listHoldings(db, zoneId, 'enterprises')
  const edges = [
    ...rows.flatMap((row) =>
      row.enterprise_id === id || row.holder_id === null ? [] : [{ of: row.enterprise_id, by: row.holder_id }],
    ),
    ...wanted.map((by) => ({ of: id, by })),
  ]
  const circle = circleThrough(edges, id)
  if (!circle) return
  const names = await knownEnterprises(db, zoneId, [...circle])
  const way = circle.map((one) => names.get(one)?.name ?? '').join(' ← ')
  throw new Problem('rule_violated', 'ownership.circle', {
    zh: `形成循环持股：${way}，请核对股东。`,
    en: `The shares run in a circle (${way}): check the holders.`,
  })
}
