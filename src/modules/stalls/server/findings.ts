import type { Day } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database } from '../../../platform/module.ts'
import { type Followed, followedProjects } from '../../progress/server/api.ts'
import { type WatchedProject, watchedProjects } from '../../projects/server/api.ts'
import { lastOutputs } from '../../rates/server/api.ts'
import type { NotYet } from '../contract/not-yet.ts'
import type { Finding } from '../contract.ts'
import { find, notYetAt, type StandingAt, staysAside } from '../domain/find.ts'
import { rulesOn } from './rules.ts'
import { lastDismissals, openStalls } from './store.ts'

interface Findings {
  readonly findings: Finding[]
  readonly unknown: number
}

/** What the rules find of the zone's projects today, what nobody has looked at first. Needs the zone's context. */
export async function readFindings(
  db: Database,
  zoneId: string,
  { now, project }: { readonly now: Date; readonly project?: string | undefined },
): Promise<Findings> {
  const today = legalDayOf(now)
  const rules = await rulesOn(db, zoneId, today)
  const followed = await followedProjects(db, zoneId, project)
  const outputs = await lastOutputs(db, zoneId)
  const stalls = await openStalls(db, zoneId, project)
  const aside = await lastDismissals(db, zoneId, project)
  const findings: Finding[] = []
  let unknown = 0
  for (const one of await watchedProjects(db, zoneId, project)) {
    const notYet = notYetAt(one.stage)
    const rule = notYet === null ? undefined : rules.get(notYet)
    if (notYet === null || rule === undefined) continue
    const at = standingAt(one, { notYet, followed: followed.get(one.id), output: outputs.get(one.id) })
    const found = find(at, rule, today)
    if (found === 'unknown') unknown += 1
    if (found === null || found === 'unknown') continue
    const last = aside.get(`${one.id}:${notYet}`)
    const kept =
      last &&
      staysAside({ notYet: last.not_yet, since: last.since, againOn: last.again_on }, { ...found, notYet }, today)
        ? { on: last.dismissed_on, by: last.actor_name, reason: last.reason, againOn: last.again_on }
        : null
    const stallId = stalls.get(`${one.id}:${notYet}`) ?? null
    findings.push({
      ...{ project: { id: one.id, name: one.name }, notYet, ...found, sample: one.sample },
      ...{ source: rule.source, confidence: rule.confidence, dismissed: kept, stallId },
      state: stallId !== null ? 'inHand' : kept === null ? 'new' : 'dismissed',
    })
  }
  return { findings: findings.toSorted(byUrgency), unknown }
}

const rank = { new: 0, inHand: 1, dismissed: 2 } as const
const byUrgency = (a: Finding, b: Finding) =>
  rank[a.state] - rank[b.state] || b.months - a.months || (a.project.id < b.project.id ? -1 : 1)

interface Known {
  readonly notYet: NotYet
  readonly followed: Followed | undefined
  readonly output: { readonly year: number; readonly planned: number; readonly real: number } | undefined
}

const plannedNode = { supplied: 'land', started: 'start', completed: 'completion', producing: 'production' } as const

function standingAt(one: WatchedProject, { notYet, followed, output }: Known): StandingAt {
  const reached: Readonly<Record<NotYet, Day | null>> = {
    ...{ supplied: one.signedOn, started: one.landOn, completed: one.startedOn },
    ...{ producing: one.completedOn, atCapacity: one.producedOn },
  }
  const node = notYet === 'atCapacity' ? null : plannedNode[notYet]
  const planned = followed?.milestones.filter((milestone) => milestone.node === node) ?? []
  const percent = output && output.planned > 0 ? Math.round((output.real / output.planned) * 1000) / 10 : null
  return {
    ...{ notYet, reachedOn: reached[notYet] },
    plannedOn:
      planned
        .map(({ plannedOn }) => plannedOn)
        .toSorted()
        .at(-1) ?? null,
    ...{ outputPercent: percent, outputYear: output?.year ?? null },
  }
}
