import type { Endpoint } from '../../../kernel/endpoint.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, type Handler, handle, type RequestContext } from '../../../platform/module.ts'
import { type LineVerb, lineVerbs } from '../contract/steps.ts'
import * as contract from '../contract.ts'
import type { LineCommand } from '../domain/decide.ts'
import { decideOn, type LinesCommand } from './decide.ts'
import { drawUpFor, hearProject } from './draw-up.ts'
import { figures } from './figures.ts'
import { linesIn } from './store.ts'
import { readBill } from './view.ts'

type OfSeveral = Omit<LinesCommand, 'verb'>
type OfOne = Omit<LineCommand, 'verb'> & { readonly id: string; readonly version: number }

const { report, confirm, reject, assess, waive, refund } = contract
const doors = { report, confirm, reject, assess, waive, refund } as const satisfies Record<LineVerb, unknown>

/** The handler of a step: decide, then the bill as it is afterwards. */
function decide(verb: LineVerb): Handler {
  const door = doors[verb] as unknown as Endpoint<OfSeveral | OfOne, contract.ProjectBill>
  return handle(door, async (db, input, context) => {
    const lines =
      'lines' in input ? input : { ...input, project: null, lines: [{ id: input.id, version: input.version }] }
    return readBill(db, context, await decideOn(db, context, { ...lines, verb }))
  })
}

/** Whoever sees the bill sees its evidence. The subject is the project. */
async function mayRead(db: Database, projectId: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('bills.read')) return false
  const visible = linesIn(db, zoneOf(context).id, context.caller).where('project_id', '=', projectId)
  return (await visible.executeTakeFirst()) !== undefined
}

export default defineModule({
  name: 'bills',
  figures,
  grants: {
    'bills.read': ['leader', 'officer', 'agent', 'enterprise', 'supervisor'],
    'bills.drawUp': ['officer', 'agent'],
    'bills.assess': ['officer'],
    'bills.report': ['enterprise', 'agent'],
    'bills.confirm': ['officer'],
    'bills.waive': ['officer'],
    'bills.refund': ['officer'],
  },
  listeners: { 'projects.changed': hearProject },
  fileAccess: { 'bills.bill': mayRead },
  journal: {
    'bills.line': {
      label: { zh: '账单项目', en: 'Line of a bill' },
    },
  },
  handlers: [
    handle(contract.getBill, (db, { project }, context) => readBill(db, context, project)),
    handle(contract.drawUp, async (db, { project }, context) => {
      await drawUpFor(db, context, project)
      return readBill(db, context, project)
    }),
    ...lineVerbs.map(decide),
  ],
})
