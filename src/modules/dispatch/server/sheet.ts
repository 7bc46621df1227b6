import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listBottlenecks } from '../../bottlenecks/server/api.ts'
import { readLights } from '../../lights/server/api.ts'
import { type Followed, followedProjects } from '../../progress/server/api.ts'
import { watchedProjects } from '../../projects/server/api.ts'
import type { SheetRow } from '../contract.ts'
import { changesSince } from '../domain/changes.ts'
import type {} from './table.ts'

/** The sheet of a month: every project of which progress is entered, the worst lights first. */
export async function readSheet(db: Database, context: RequestContext, asked: string | undefined) {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const month = asked ?? monthBefore(today.slice(0, 7))
  const since = await lastMeeting(db, zoneId, today)
  const followed = await followedProjects(db, zoneId)
  const { projects } = await readLights(db, zoneId, { now: context.now })
  const invested = new Map((await watchedProjects(db, zoneId)).map(({ id, investmentYuan }) => [id, investmentYuan]))
  const bottlenecks = Map.groupBy(await listBottlenecks(db, context), ({ project }) => project.id)
  const rows = projects.flatMap(({ id, name, stage, worst, lights }): SheetRow[] => {
    const known = followed.get(id)
    if (!known) return []
    const own = bottlenecks.get(id) ?? []
    const at = reportsOf(known, month)
    return [
      {
        ...{ id, name, stage, worst, investmentYuan: invested.get(id) ?? null, ...at, ...ledgersOf(known, month) },
        milestones: known.milestones.map(({ title, plannedOn, forecastOn, doneOn }) => ({
          title,
          plannedOn,
          forecastOn,
          doneOn,
        })),
        bottlenecks: own
          .filter(({ state }) => state === 'open')
          .map(({ title, owner, level, late }) => ({ title, owner: owner.name, level, late })),
        reasons: lights.filter(({ colour }) => colour === 'red' || colour === 'yellow').map(({ reason }) => reason),
        changes: changesSince(
          {
            ...{ milestones: known.milestones, actual: at.actual, before: at.before },
            raised: own.map(({ title, raisedOn }) => ({ title, on: raisedOn })),
            closed: own.flatMap(({ title, state, acts }) =>
              state === 'open' ? [] : [{ title, on: acts.at(-1)?.on ?? '' }],
            ),
          },
          since?.heldOn ?? null,
        ),
      },
    ]
  })
  return { month, since, rows }
}

function reportsOf({ reports }: Followed, month: string) {
  const now = reports.find((report) => report.month === month)
  const before = reports.find((report) => report.month === monthBefore(month))
  return {
    ...{ planned: now?.planned ?? null, actual: now?.actual ?? null, before: before?.actual ?? null },
    ...{ done: now?.done ?? null, next: now?.next ?? null },
  }
}

/** Sums of the month, each ledger by itself; null where nothing was entered. */
function ledgersOf({ investments }: Followed, month: string) {
  const sum = (wanted: string) => {
    const own = investments.filter((entry) => entry.month === month && entry.ledger === wanted)
    return own.length === 0 ? null : own.reduce((total, { amount }) => total + Number(amount), 0).toFixed(2)
  }
  return { plannedYuan: sum('planned'), paidYuan: sum('paid'), statisticsYuan: sum('statistics') }
}

function monthBefore(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at - 2, 1)).toISOString().slice(0, 7)
}

async function lastMeeting(db: Database, zoneId: string, today: string) {
  const row = await db
    .selectFrom('dispatch.meetings')
    .select(['title', 'held_on', 'decisions'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('held_on', '<', today)
    .orderBy('held_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { title: row.title, heldOn: row.held_on, decisions: row.decisions } : null
}
