import type { Endpoint } from '../../../kernel/endpoint.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, type Handler, handle, type RequestContext } from '../../../platform/module.ts'
import { actLabels, type Verb, verbs } from '../contract/topic.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { viewsOf } from './read.ts'
import { raise, type StepInput, step } from './step.ts'
import { listStored, type Stored } from './store.ts'
import { kind, watchKind } from './tell.ts'
import { escalateLate, hearCalendar } from './watch.ts'

const workers = ['leader', 'officer', 'agent', 'promoter', 'operator'] as const

async function viewOf(db: Database, context: RequestContext, stored: Stored): Promise<contract.Bottleneck> {
  const [view] = await viewsOf(db, context, [stored])
  if (view) return view
  throw new RangeError('one row, one view')
}

/** Every verb is answered alike. */
function stepHandler(verb: Verb): Handler {
  const door = contract.doors[verb] as unknown as Endpoint<StepInput, contract.Bottleneck>
  return handle(door, async (db, input, context) => viewOf(db, context, await step(db, context, { verb, input })))
}

export default defineModule({
  name: 'bottlenecks',
  figures,
  grants: {
    'bottlenecks.read': [...workers, 'supervisor'],
    'bottlenecks.raise': workers,
    'bottlenecks.work': workers,
    /** More days, or no longer pursued: not for who is late. */
    'bottlenecks.escalate': ['leader', 'supervisor'],
  },
  journal: { [kind]: { label: { zh: '堵点', en: 'Bottleneck' }, actions: actLabels } },
  listeners: { 'zones.calendarChanged': hearCalendar },
  timers: { [watchKind]: escalateLate },
  handlers: [
    handle(contract.listBottlenecks, async (db, { project, mine, open }, context) => {
      const { personId } = context.caller
      if (mine && personId === null) return { bottlenecks: [] }
      const narrow = { project, open, ...(mine && personId !== null && { owner: personId }) }
      return { bottlenecks: await viewsOf(db, context, await listStored(db, zoneOf(context).id, narrow)) }
    }),
    handle(contract.raiseBottleneck, async (db, input, context) =>
      viewOf(db, context, await raise(db, context, input)),
    ),
    ...verbs.map(stepHandler),
  ],
})
