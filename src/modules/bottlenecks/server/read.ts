import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listStaff } from '../../organisation/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { type Verb, verbs } from '../contract/topic.ts'
import { type Bottleneck, doors } from '../contract.ts'
import { possible, readClock } from '../domain/bottleneck.ts'
import type { Stored } from './store.ts'
import type { ActRow } from './table.ts'

export const factsOf = ({ verb, happened_on, level, days }: ActRow) => ({ verb, on: happened_on, level, days })

/** As they are shown today: the latest and highest first; those of archived projects left out. */
export async function viewsOf(db: Database, context: RequestContext, stored: readonly Stored[]): Promise<Bottleneck[]> {
  const { id: zoneId, code } = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, code), today: legalDayOf(context.now) }
  const projects = await projectNames(
    db,
    zoneId,
    stored.map(({ row }) => row.project_id),
  )
  const people = new Map((await listStaff(db, zoneId)).people.map(({ id, name }) => [id, name]))
  const mayDo = (verb: Verb) => context.caller.permissions.has(doors[verb].permission)
  const views = stored.flatMap(({ row, acts }): Bottleneck[] => {
    const project = projects.get(row.project_id)
    if (project === undefined) return []
    const { dueOn, late } = readClock(acts.map(factsOf), moment)
    return [
      {
        ...{ id: row.id, version: row.version, project: { id: row.project_id, name: project } },
        ...{ title: row.title, topic: row.topic, state: row.state, level: row.level, raisedOn: row.raised_on },
        owner: { id: row.owner_id, name: people.get(row.owner_id) ?? '' },
        ...{ dueOn: row.state === 'open' ? dueOn : null, late: row.state === 'open' ? late : 0 },
        ...{ outcome: row.outcome, sample: row.sample },
        may: verbs.filter((verb) => possible(row.state, row.level).includes(verb) && mayDo(verb)),
        acts: acts.map((act) => ({
          ...{ verb: act.verb, on: act.happened_on, by: act.actor_name, level: act.level },
          ...{ owner: people.get(act.owner_id) ?? '', days: act.days, words: act.words },
        })),
      },
    ]
  })
  const rank = ({ state }: Bottleneck) => (state === 'open' ? 0 : 1)
  return views.toSorted((a, b) => rank(a) - rank(b) || b.late - a.late || b.level - a.level)
}
