import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Conflict } from '../contract/rows.ts'
import { type Difference, differences, sideOf } from '../domain/conflicts.ts'
import { dayInChina, foldEvents } from '../domain/fold.ts'
import { readZone, type Zoned } from './reading.ts'

/** Conflicts that wait for somebody: nobody has said that ours holds, or the province's was said to hold and the step is still to be done. */
export async function openConflicts(db: Database, zoneId: string, zone: Zoned): Promise<Conflict[]> {
  const rulings = await db
    .selectFrom('exchange.rulings')
    .select(['case_id', 'ours', 'theirs', 'keep', 'actor_name', 'reason', 'created_at'])
    .where('zone_id', '=', zoneId)
    .orderBy('id')
    .execute()
  const ruled = new Map(rulings.map((row) => [`${row.case_id} ${row.ours} ${row.theirs}`, row]))
  const found = differences(foldEvents(zone.events, zone.reading), zone.local)
  return found.flatMap((difference): Conflict[] => {
    const { ours, theirs } = sidesOf(difference)
    const ruling = ruled.get(`${difference.local.id} ${ours} ${theirs}`)
    if (ruling?.keep === 'ours') return []
    return [{ ...viewOf(difference, zone), ruled: ruling ? ruledOf(ruling) : null }]
  })
}

interface Ruling {
  readonly keep: 'ours' | 'theirs'
  readonly actor_name: string
  readonly reason: string
  readonly created_at: Date
}

function ruledOf({ keep, actor_name: by, reason, created_at }: Ruling): Conflict['ruled'] {
  return { keep, by, reason, at: created_at.toISOString() }
}

function sidesOf({ local, remote }: Difference) {
  return { ours: sideOf(local.state, local.decidedOn), theirs: sideOf(remote.state, remote.decidedOn) }
}

function viewOf({ local, remote }: Difference, { projects, matters }: Zoned): Omit<Conflict, 'ruled'> {
  return {
    ...{ caseId: local.id, projectId: local.projectId, instance: remote.instance },
    project: projects.get(local.projectId)?.name ?? '',
    matter: matters.get(local.matter) ?? { zh: local.matter, en: local.matter },
    ours: { state: local.state, on: local.on, decidedOn: local.decidedOn },
    theirs: { state: remote.state, on: dayInChina(remote.at), decidedOn: remote.decidedOn },
  }
}

export interface RulingRequest {
  readonly case: string
  readonly keep: 'ours' | 'theirs'
  readonly ours: string
  readonly theirs: string
  readonly reason: string
}

/**
 * Which side holds, said by a person with a reason. The exchange itself never writes a decision of an office: where the province is right, the
 * step is done in the case with its own rule and day, and the conflict stays in sight until then.
 */
export async function decideConflict(
  db: Database,
  context: RequestContext,
  request: RulingRequest,
): Promise<{ conflicts: Conflict[] }> {
  const zoneId = zoneOf(context).id
  const zone = await readZone(db, zoneId)
  const found = differences(foldEvents(zone.events, zone.reading), zone.local).find(
    ({ local }) => local.id === request.case,
  )
  if (!found) throw notFound()
  const { ours, theirs } = sidesOf(found)
  if (found.local.state !== request.ours || found.remote.state !== request.theirs) throw movedOn()
  const id = newId(context.now)
  await db
    .insertInto('exchange.rulings')
    .values({
      ...{
        zone_id: zoneId,
        id,
        created_at: context.now,
        created_by: actorOf(context),
        actor_name: context.caller.name,
      },
      ...{ case_id: found.local.id, ours, theirs, keep: request.keep, reason: request.reason },
    })
    .execute()
  await record(db, context, {
    subjectKind: 'exchange.conflict',
    subjectId: found.local.id,
    threadId: found.local.projectId,
    action: 'decide',
    after: { ours, theirs, keep: request.keep },
    note: request.reason,
  })
  return { conflicts: await openConflicts(db, zoneId, zone) }
}

function movedOn(): Problem {
  return new Problem('conflict', 'exchange.moved_on', {
    zh: '其中一边的状态刚刚变了，请看过新的两边再裁定。',
    en: 'One of the sides has just changed: look at both again before you decide.',
  })
}
