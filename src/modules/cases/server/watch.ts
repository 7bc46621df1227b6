import type { Day } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { ClockKind, Light } from '../contract/clock.ts'
import { isEnded } from '../domain/clocks.ts'
import { readCase, readClocks } from '../domain/light.ts'
import { placesOf } from './plan-slack.ts'
import { headsIn, storedOf } from './store.ts'

/** A case as somebody who watches all of them reads it today. */
export interface WatchedCase {
  readonly id: string
  readonly projectId: string
  readonly enterpriseId: string
  readonly matter: { readonly code: string; readonly zh: string; readonly en: string }
  readonly department: string
  readonly handlerId: string | null
  readonly light: Light['kind']
  readonly dueOn: Day | null
  readonly late: number
  readonly clocks: readonly {
    readonly kind: ClockKind
    readonly ref: string | null
    readonly dueOn: Day | null
    readonly left: number
    readonly late: number
  }[]
  /** Open special procedure with the length that was promised; null when the clocks run. */
  readonly suspended: { readonly on: Day; readonly promisedDays: number | null } | null
}

/** Every open case of the zone, or of one project. What is late asks the plan of its project whether that matters. Needs the zone's context. */
export async function watchCases(db: Database, context: RequestContext, projectId?: string): Promise<WatchedCase[]> {
  const zone = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const scope = { zoneId: zone.id, enterpriseId: undefined }
  let query = headsIn(db, scope).where('open', '=', true)
  if (projectId !== undefined) query = query.where('project_id', '=', projectId)
  const stored = await storedOf(db, scope, await query.orderBy('id').execute())
  const read = stored.map((one) => ({ ...one, clocks: readClocks(one.facts, moment) }))
  const late = read.filter(({ facts, clocks }) => readCase(facts, clocks).light.kind === 'overdue')
  const places = await placesOf(db, context, [...new Set(late.map(({ row }) => row.project_id))])
  return read.map(({ row, facts, clocks }) => {
    const light = readCase(facts, clocks, places.get(`${row.project_id}/${row.matter}`) ?? null)
    const open = clocks.filter((clock) => !isEnded(clock))
    const last = open.map(({ clock }) => clock.ledger.at(-1)).find((entry) => entry?.kind === 'suspended')
    return {
      ...{ id: row.id, projectId: row.project_id, enterpriseId: row.enterprise_id, department: row.department },
      matter: { code: row.matter, zh: row.matter_name_zh, en: row.matter_name_en },
      ...{ handlerId: facts.handler?.id ?? null, light: light.light.kind, dueOn: light.dueOn, late: light.late },
      clocks: open.map(({ kind, ref, now }) => ({ kind, ref, dueOn: now.dueOn, left: now.left, late: now.late })),
      suspended: last?.kind === 'suspended' ? { on: last.on, promisedDays: last.promisedDays ?? null } : null,
    }
  })
}
