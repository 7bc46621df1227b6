import type { Day } from '../../kernel/calendar.ts'
import { legalDayOf } from '../../kernel/legal-day.ts'
import { ensureDemoAccount } from '../../platform/access/demo.ts'
import { systemContext } from '../../platform/access/system-context.ts'
import { inZone } from '../../platform/database.ts'
import { actOnce, type Ref, type Refs } from '../../platform/demo/acts.ts'
import type { Doors } from '../../platform/doors.ts'
import type { Database, Log, ZoneRef } from '../../platform/module.ts'
import { nextAt } from '../../platform/worker/queue.ts'
import { type WorkOptions, workOnce } from '../../platform/worker/work.ts'
import type { WantedAccount } from './accounts.ts'
import type { Act, Stage } from './script.ts'

export interface Playing {
  readonly db: Database
  readonly zone: ZoneRef
  readonly log: Log
  readonly doors: Doors
  /** The program's own work, by kind of job. */
  readonly works: WorkOptions['works']
  /** What was done before this playing, by key. */
  readonly done: ReadonlyMap<string, Refs>
  /** What acts have left behind, by name. */
  readonly refs: Map<string, Ref>
  /** Told before every act: may throw to stop between two of them. */
  readonly before?: (key: string) => void
}

/** Plays acts in the order of their time, each in a transaction of its own with its mark: what has been done is passed over. */
export async function play(playing: Playing, acts: readonly Act[]): Promise<void> {
  for (const act of inTime(acts)) await playOne(playing, act)
}

/**
 * The same day by day, with the program's own work at its time: timers at nine in the morning, what follows from the day's acts in the
 * evening. `days` are all working days, from the earliest on.
 */
export async function playDays(playing: Playing, acts: readonly Act[], days: readonly Day[]): Promise<void> {
  const byDay = Map.groupBy(inTime(acts), ({ at }) => legalDayOf(at))
  const [first] = byDay.keys()
  let next: Date | null = new Date(0)
  for (const day of days.filter((one) => first !== undefined && one >= first)) {
    const morning = new Date(`${day}T09:00:00+08:00`)
    if (next !== null && next <= morning) next = await settle(playing, morning)
    const todays = byDay.get(day) ?? []
    for (const act of todays) await playOne(playing, act)
    if (todays.length > 0) next = await settle(playing, new Date(`${day}T18:00:00+08:00`))
  }
}

function inTime(acts: readonly Act[]): Act[] {
  return [...acts].sort((a, b) => a.at.getTime() - b.at.getTime())
}

async function playOne(playing: Playing, act: Act): Promise<void> {
  await once(playing, act, (zoned) => act.run(stageOf(playing, zoned, act)))
}

/** Does what has not been done, and keeps what it left behind then or leaves behind now. */
async function once(
  playing: Playing,
  { key, at }: Pick<Act, 'key' | 'at'>,
  work: (zoned: Database) => Promise<Refs>,
): Promise<void> {
  const { db, zone, done, before } = playing
  before?.(key)
  const marking = { zone, key, now: at }
  const left = done.get(key) ?? (await inZone(db, zone.id, (zoned) => actOnce(zoned, marking, () => work(zoned))))
  keep(playing, left)
}

/** Does what the program itself has to do at this moment (events heard, messages sent, timers worked); answers when there is more to do. */
async function settle({ db, zone, log, works }: Playing, now: Date): Promise<Date | null> {
  while (await workOnce({ db, log, works }, zone, now));
  return nextAt(db, zone.id)
}

/** The accounts of the zone, made by the program itself: nobody is there yet who could. */
export async function openAccounts(playing: Playing, wanted: readonly WantedAccount[]): Promise<void> {
  const { zone, log } = playing
  for (const { name, role, holder, person, enterprise, at } of wanted) {
    const context = systemContext({ name: 'system:seed', now: at, log, zone })
    const key = `account:${name}`
    await once(playing, { key, at }, async (zoned) => {
      const whom = {
        personId: person === null ? null : refOf(playing, person).id,
        enterpriseId: enterprise === null ? null : refOf(playing, enterprise).id,
      }
      const { id } = await ensureDemoAccount(zoned, context, { zone, role, name, holder, ...whom })
      return { [key]: { id, version: 1 } }
    })
  }
}

function stageOf(playing: Playing, db: Database, { by, at }: Act): Stage {
  const { doors, zone, log } = playing
  const accountId = refOf(playing, `account:${by}`).id
  return {
    call: (endpoint, input) => doors.call(db, endpoint, { zone, accountId, now: at, log, input }),
    ref: (name) => refOf(playing, name),
    id: (name) => refOf(playing, name).id,
  }
}

function refOf({ refs, zone }: Playing, name: string): Ref {
  const ref = refs.get(name)
  if (ref) return ref
  throw new Error(`the demo of ${zone.code} has no ${name} yet`)
}

function keep({ refs }: Playing, left: Refs): void {
  for (const [name, ref] of Object.entries(left)) refs.set(name, ref)
}
