import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { systemContext } from '../../../platform/access/system-context.ts'
import { inZone } from '../../../platform/database.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext, Timer, ZoneRef } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { listParcels, moveParcel } from '../../parcels/server/api.ts'
import type { IdleState } from '../contract/words.ts'
import { nextTurn } from '../domain/idle.ts'
import { idleRuleOn } from './rules.ts'
import { listStored, promiseKind, type Stored } from './store.ts'
import { idleFacts, idleStanding } from './views.ts'

/** The day on which the clock of one contract turns: somebody is told before it is too late, and the parcel shows it. */
export const idleWatchKind = 'promises.idleWatch'
const morningMs = 8.5 * 3_600_000

export async function lookAtIdle(db: Database, { subjectId }: Timer, context: RequestContext): Promise<void> {
  const [stored] = await listStored(db, zoneOf(context).id, { id: subjectId })
  if (!stored) return
  await tell(db, context, stored)
  await watchIdle(db, context, stored)
}

/** The next turn after today. Whatever moves the clock sets it anew; a turn that no longer comes finds nothing to say. */
export async function watchIdle(db: Database, context: RequestContext, stored: Stored): Promise<void> {
  const today = legalDayOf(context.now)
  await showBeside(db, context, stored)
  const day = nextTurn(idleFacts(stored), idleRuleOn(today), today)
  if (day !== null) await setLook(db, context, stored, { day, dueAt: new Date(beginningOf(day).getTime() + morningMs) })
}

/** A contract that is new in the list: one whose clock has turned long ago is looked at now. */
export async function watchNew(db: Database, context: RequestContext, stored: Stored): Promise<void> {
  const today = legalDayOf(context.now)
  if (idleStanding(stored, today).state === 'quiet') return watchIdle(db, context, stored)
  await setLook(db, context, stored, { day: today, dueAt: context.now })
}

/**
 * Contracts that were in the list before clocks had timers get theirs, so that nobody has to act on them first. Run at every start: one that
 * ever had a timer, done or not, is left alone.
 */
export async function watchUnwatched(db: Database, { now, log }: Pick<RequestContext, 'now' | 'log'>): Promise<void> {
  const zones: readonly ZoneRef[] = await db.selectFrom('zones.zones').select(['id', 'code']).orderBy('code').execute()
  for (const zone of zones) {
    const context = systemContext({ name: 'system:promises', now, log, zone })
    await inZone(db, zone.id, (zoned) => watchRest(zoned, context))
  }
}

async function watchRest(db: Database, context: RequestContext): Promise<void> {
  const zoneId = zoneOf(context).id
  const rows = await db
    .selectFrom('jobs.timers')
    .select('subject_id')
    .where('zone_id', '=', zoneId)
    .where('kind', '=', idleWatchKind)
    .execute()
  const watched = new Set(rows.map(({ subject_id }) => subject_id))
  // One without checks is new: its listener has not heard of it yet, and sets the timer then.
  const left = (await listStored(db, zoneId)).filter(
    ({ contract, checks }) => checks.length > 0 && !watched.has(contract.id),
  )
  for (const stored of left) await watchNew(db, context, stored)
}

async function setLook(
  db: Database,
  context: RequestContext,
  { contract }: Stored,
  { day, dueAt }: { readonly day: string; readonly dueAt: Date },
): Promise<void> {
  const subject = { subjectKind: promiseKind, subjectId: contract.id }
  await schedule(db, context, { kind: idleWatchKind, key: `${contract.id}:${day}`, ...subject, dueAt })
}

/** Once for every state: the office and the firm. Letters stay with people. */
async function tell(db: Database, context: RequestContext, { contract, ...rest }: Stored): Promise<void> {
  const { state, standing, feeOn, takeBackOn } = idleStanding({ contract, ...rest }, legalDayOf(context.now))
  if (state === 'quiet' || standing) return
  const { zh, en } = words(state, { number: contract.number, feeOn, takeBackOn })
  await send(db, context, {
    ...{ channel: 'app', key: `promises:${contract.id}:idle:${state}:${feeOn ?? takeBackOn ?? ''}` },
    ...{ subjectKind: promiseKind, subjectId: contract.id, text: { zh, en } },
    to: [{ role: 'officer' }, { enterpriseId: contract.enterpriseId }],
    link: `/land-contracts/${contract.id}`,
    cause: {
      zh: '城市房地产管理法第26条、闲置土地处置办法',
      en: 'Urban Real Estate Law, Art. 26; measures on idle land',
    },
  })
}

interface Days {
  readonly number: string
  readonly feeOn: string | null
  readonly takeBackOn: string | null
}

function words(state: Exclude<IdleState, 'quiet'>, { number, feeOn, takeBackOn }: Days) {
  if (state === 'warning')
    return {
      zh: `合同 ${number} 的地${feeOn === null ? '停工将满一年' : `到 ${feeOn} 未动工满一年`}，将可能认定为闲置土地：请尽快动工，有政府原因或不可抗力的请登记。`,
      en: `The land of contract ${number} ${feeOn === null ? 'will soon have been stopped for a year' : `will be a year past its start on ${feeOn}`} and may be found idle: start, or enter the cause if it is the government or force majeure.`,
    }
  if (state === 'stopped')
    return {
      zh: `合同 ${number} 的地已停工满一年且建设不足：请调查认定，或登记不计入的原因。`,
      en: `Work on the land of contract ${number} has been stopped for a year with little built: investigate, or enter a cause.`,
    }
  const years = state === 'takeBack' ? { zh: '两年', en: 'two years' } : { zh: '一年', en: 'a year' }
  return {
    zh: `合同 ${number} 的地未动工已满${years.zh}（${(state === 'takeBack' ? takeBackOn : feeOn) ?? ''}）：请调查认定并依法处置，或登记不计入的原因。`,
    en: `The land of contract ${number} is ${years.en} past its start: investigate and decide by law, or enter a cause.`,
  }
}

/** 闲置预警 stands beside the state of the parcel as long as the clock says so and nobody has found the land idle. */
async function showBeside(db: Database, context: RequestContext, stored: Stored): Promise<void> {
  const { parcelId, number } = stored.contract
  const [parcel] = await listParcels(db, zoneOf(context).id, { ids: [parcelId] })
  if (!parcel) return
  const { state, standing } = idleStanding(stored, legalDayOf(context.now))
  const isWarned = state !== 'quiet' && !standing && !parcel.sideStates.includes('idle') && parcel.state !== 'recovered'
  if (isWarned === parcel.sideStates.includes('idle-warning')) return
  const others = parcel.sideStates.filter((side) => side !== 'idle-warning')
  const sideStates = isWarned ? [...others, 'idle-warning' as const] : others
  await moveParcel(db, context, { id: parcelId, sideStates, action: 'move', note: number })
}
