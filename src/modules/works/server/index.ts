import type { Endpoint } from '../../../kernel/endpoint.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, type Handler, handle, type RequestContext } from '../../../platform/module.ts'
import { acceptance, defect } from '../contract/acceptance.ts'
import { asset } from '../contract/asset.ts'
import { estimate } from '../contract/estimate.ts'
import { moneySource, receipt } from '../contract/money-source.ts'
import { payable } from '../contract/payable.ts'
import { type WorkVerb, workVerbs } from '../contract/words.ts'
import { work } from '../contract/work.ts'
import { workContract } from '../contract/work-contract.ts'
import { workMilestone } from '../contract/work-milestone.ts'
import { workReport } from '../contract/work-report.ts'
import type { WorkView } from '../contract/work-view.ts'
import * as contract from '../contract.ts'
import { allotToWork } from './allot.ts'
import { takeIntoAssets } from './assets.ts'
import { figures } from './figures.ts'
import { mayReadFiles } from './files.ts'
import { mapLayers } from './map-layers.ts'
import { changeContract, payPayable } from './spend.ts'
import { step, viewsFor } from './step.ts'
import { listStored } from './store.ts'

const readers = ['leader', 'officer', 'agent', 'operator', 'supervisor'] as const

interface StepInput {
  readonly zone: string
  readonly id: string
  readonly version: number
  readonly happenedOn: string
  readonly words: string
}

/** Every verb is answered alike. */
function stepHandler(verb: WorkVerb): Handler {
  const door = contract.doors[verb] as unknown as Endpoint<StepInput, WorkView>
  return handle(door, (db, input, context) => step(db, context, { verb, input }))
}

async function viewsOf(db: Database, context: RequestContext, id: string | undefined): Promise<WorkView[]> {
  const all = await listStored(db, zoneOf(context).id)
  return viewsFor(
    db,
    context,
    all.filter(({ row }) => id === undefined || row.id === id),
  )
}

export default defineModule({
  name: 'works',
  figures,
  mapLayers,
  records: [
    ...[work, estimate, moneySource, receipt, workContract, payable],
    ...[workMilestone, workReport, acceptance, defect, asset],
  ],
  grants: {
    'works.read': readers,
    'works.write': ['officer', 'operator'],
    'works.report': ['officer', 'operator', 'agent'],
    'works.decide': ['leader', 'officer', 'operator'],
    'works.spend': ['officer', 'operator'],
    'works.allot': ['leader', 'officer'],
    // What is in the books is corrected by a further entry; only a leader strikes one out.
    'works.strike': ['leader'],
  },
  fileAccess: Object.fromEntries(
    [work, estimate, workContract, payable, workReport, acceptance, defect].map(({ name }) => [name, mayReadFiles]),
  ),
  handlers: [
    handle(contract.listWorks, async (db, { id }, context) => ({ works: await viewsOf(db, context, id) })),
    ...workVerbs.map(stepHandler),
    handle(contract.changeContract, (db, { zone: _, ...input }, context) => changeContract(db, context, input)),
    handle(contract.payPayable, (db, { zone: _, ...input }, context) => payPayable(db, context, input)),
    handle(contract.allotToWork, (db, { zone: _, ...given }, context) =>
      allotToWork(db, context, { action: 'allotBond', given }),
    ),
    handle(contract.takeBackFromWork, (db, { zone: _, ...given }, context) =>
      allotToWork(db, context, { action: 'takeBackBond', given }),
    ),
    handle(contract.takeIntoAssets, (db, { zone: _, ...input }, context) => takeIntoAssets(db, context, input)),
  ],
})
