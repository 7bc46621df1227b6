import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { capacity } from '../contract/capacity.ts'
import { investment } from '../contract/investment.ts'
import { milestone } from '../contract/milestone.ts'
import { report } from '../contract/report.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { namedFigures } from './named-figures.ts'
import { readProgress } from './read.ts'
import { reportExists } from './store.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

/** Whoever reads the reports of the zone sees their pictures. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  return context.caller.permissions.has('progress.read') && reportExists(db, zoneOf(context).id, id)
}

export default defineModule({
  name: 'progress',
  figures: [...figures, ...namedFigures()],
  records: [milestone, report, investment, capacity],
  grants: {
    'progress.read': staff,
    'progress.write': ['agent', 'officer', 'promoter', 'operator'],
    'progress.enter': ['agent', 'officer'],
    // An entry of a ledger is corrected by another one; only a leader may strike one out.
    'progress.strike': ['leader'],
  },
  fileAccess: { [report.name]: mayRead },
  handlers: [handle(contract.getProgress, (db, { project }, context) => readProgress(db, context, project))],
})
