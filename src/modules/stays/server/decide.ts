import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { lockUnits } from '../../space/server/api.ts'
import type * as contract from '../contract.ts'
import { queueOf } from '../domain/queue.ts'
import { endOfTerm, extendedEnd, refuseAllotment } from '../domain/tenancy.ts'
import { applicationsIn, levelRuleOn, tenanciesIn, waitingIn } from './store.ts'

export const tenancyKind = 'stays.tenancy'
const refuse = (reason: string, zh: string, en: string) => new Problem('rule_violated', `stays.${reason}`, { zh, en })

/** A flat for the next in the queue, or for another with its reason: the flat is held, so that it goes to one alone. */
export async function allot(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.allotFlat>,
): Promise<void> {
  const zoneId = zoneOf(context).id
  const { now } = context
  const [unit] = await lockUnits(db, zoneId, [input.unit])
  const queue = queueOf(await waitingIn(db, zoneId))
  const place = queue.find(({ waiting }) => waiting.id === input.id)
  if (!unit || !place) throw notFound()
  const { level, family, enterprise_id: enterpriseId, sample } = place.waiting
  const rule = await levelRuleOn(db, zoneId, { level, day: input.startsOn })
  if (!rule)
    throw refuse(
      'no_rule',
      '这个层次还没有公寓待遇规则，请先登记。',
      'No rule of apartments holds for this level; enter it first.',
    )
  refuseAllotment({
    ...{ hindrance: place.hindrance, position: place.position, outOfTurn: input.outOfTurn, family },
    next: queue.find(({ hindrance }) => hindrance === null)?.position ?? place.position,
    ...{ areaSqm: Number(unit.area_sqm), sqmPerHead: Number(rule.sqm_per_head), apartment: unit.use === 'apartment' },
  })
  const endsOn = endOfTerm(input.startsOn, rule.term_months)
  const others = await tenanciesIn(db, zoneId).where('unit_id', '=', unit.id).execute()
  const clash = others.find((row) => row.starts_on <= endsOn && input.startsOn <= (row.ended_on ?? row.ends_on))
  if (clash) {
    const until = clash.ended_on ?? clash.ends_on
    throw refuse(
      'flat_taken',
      `公寓 ${unit.code} 已有人住到 ${until}，请换一套。`,
      `Flat ${unit.code} is taken until ${until}; choose another.`,
    )
  }
  const by = actorOf(context)
  const id = newId(now)
  await db
    .insertInto('stays.tenancies')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ archived_at: null, sample: context.sample ?? sample, application_id: input.id, enterprise_id: enterpriseId },
      ...{ unit_id: unit.id, starts_on: input.startsOn, ends_on: endsOn, ended_on: null, trigger: null, reason: null },
      ...{ own_rate: rule.own_rate, subsidy_rate: rule.subsidy_rate },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: tenancyKind, subjectId: id, action: 'allot', threadId: input.id, note: input.outOfTurn },
    after: { unit: unit.code, startsOn: input.startsOn, endsOn, position: place.position },
  })
}

/** One more term, up to the longest stay of the level. */
export async function extend(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.extendTenancy>,
): Promise<void> {
  const row = await held(db, context, input)
  const application = await applicationsIn(db, row.zone_id).where('id', '=', row.application_id).executeTakeFirst()
  if (!application) throw notFound()
  const rule = await levelRuleOn(db, row.zone_id, { level: application.level, day: legalDayOf(context.now) })
  if (!rule)
    throw refuse(
      'no_rule',
      '这个层次现在没有公寓待遇规则，请先登记。',
      'No rule of apartments holds for this level now; enter it first.',
    )
  if (application.rent_allowance) {
    throw refuse(
      'rent_allowance',
      '正在领租房补贴，不能续住；请先停发。',
      'A rent allowance is drawn: no further term before it ends.',
    )
  }
  const terms = { termMonths: rule.term_months, maxMonths: rule.max_months, sqmPerHead: Number(rule.sqm_per_head) }
  const endsOn = extendedEnd({ startsOn: row.starts_on, endsOn: row.ends_on }, terms)
  if (endsOn === null) {
    throw refuse(
      'longest_reached',
      `已住满最长 ${rule.max_months} 个月，不能再续。`,
      `The longest stay of ${rule.max_months} months is reached.`,
    )
  }
  await saveTenancy(db, context, { row, set: { ends_on: endsOn }, action: 'extend', note: null })
}

/** It ends by one of the triggers, with its reason. */
export async function end(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.endTenancy>,
): Promise<void> {
  const row = await held(db, context, input)
  const { happenedOn, trigger, reason } = input
  if (happenedOn > legalDayOf(context.now) || happenedOn < row.starts_on || happenedOn > row.ends_on) {
    throw refuse(
      'outside_term',
      `退出日要在 ${row.starts_on} 到今天之间，且不晚于到期日 ${row.ends_on}。`,
      `The last day lies between ${row.starts_on} and today, not after ${row.ends_on}.`,
    )
  }
  await saveTenancy(db, context, {
    row,
    set: { ended_on: happenedOn, trigger, reason },
    action: 'end',
    note: reason,
    happenedOn,
  })
}

async function held(db: Database, context: RequestContext, { id, version }: { id: string; version: number }) {
  const row = await tenanciesIn(db, zoneOf(context).id).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  if (row.ended_on !== null)
    throw refuse('ended_already', `已于 ${row.ended_on} 退出。`, `It ended on ${row.ended_on}.`)
  if (row.version === version) return row
  throw new Problem('conflict', 'stays.changed_meanwhile', {
    zh: '刚被别人办过，请刷新后再办。',
    en: 'It has just been changed; reload before you go on.',
  })
}

interface Saving {
  readonly row: Awaited<ReturnType<typeof held>>
  readonly set: { ends_on?: string; ended_on?: string; trigger?: contract.Trigger; reason?: string }
  readonly action: string
  readonly note: string | null
  readonly happenedOn?: string
}

export async function saveTenancy(
  db: Database,
  context: RequestContext,
  { row, set, action, note, happenedOn }: Saving,
): Promise<void> {
  await db
    .updateTable('stays.tenancies')
    .set({ ...set, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: tenancyKind, subjectId: row.id, action, threadId: row.application_id, after: { ...set }, note },
    ...(happenedOn !== undefined && happenedOn < legalDayOf(context.now) && { happenedAt: beginningOf(happenedOn) }),
  })
}
