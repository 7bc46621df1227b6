import type { Endpoint } from '../../../kernel/endpoint.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, type Handler, handle, type RequestContext } from '../../../platform/module.ts'
import { fault } from '../contract/fault.ts'
import { upkeepRule } from '../contract/rule.ts'
import { type FaultVerb, verbs } from '../contract/words.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { readBoard, viewsOf } from './read.ts'
import { report } from './report.ts'
import { type StepInput, step } from './step.ts'
import { faultsIn, type Stored } from './store.ts'
import { watchKind } from './tell.ts'
import { warnLate } from './watch.ts'

const staff = ['leader', 'officer', 'agent', 'operator', 'supervisor'] as const

async function viewOf(db: Database, context: RequestContext, stored: Stored): Promise<contract.FaultView> {
  const [view] = await viewsOf(db, context, [stored])
  if (view) return view
  throw new RangeError('one row, one view')
}

/** Every verb is answered alike; its input has passed the schema of its own door. */
function stepHandler(verb: FaultVerb): Handler {
  const door = contract.doors[verb] as unknown as Endpoint<StepInput, contract.FaultView>
  return handle(door, async (db, input, context) => viewOf(db, context, await step(db, context, { verb, input })))
}

export default defineModule({
  name: 'upkeep',
  figures,
  records: [upkeepRule, fault],
  grants: {
    'upkeep.oversee': staff,
    /** An enterprise sees what is broken where it is lessee. */
    'upkeep.follow': [...staff, 'enterprise'],
    'upkeep.report': ['officer', 'agent', 'operator', 'enterprise'],
    'upkeep.work': ['operator'],
    'upkeep.rule': ['officer', 'leader'],
  },
  timers: { [watchKind]: warnLate },
  fileAccess: {
    [fault.name]: async (db, id, context) => {
      const { caller } = context
      if (!caller.permissions.has('upkeep.follow')) return false
      const found = await faultsIn(db, zoneOf(context).id, caller).where('id', '=', id).executeTakeFirst()
      return found !== undefined
    },
  },
  handlers: [
    handle(contract.readUpkeep, (db, _input, context) => readBoard(db, context)),
    handle(contract.reportFault, async (db, input, context) => viewOf(db, context, await report(db, context, input))),
    ...verbs.map(stepHandler),
  ],
})
