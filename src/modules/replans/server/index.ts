import { defineModule, handle } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { hearCase, hearProject, look, lookKind } from './hear.ts'
import { readChanges } from './read.ts'

export default defineModule({
  name: 'replans',
  grants: {
    'replans.read': ['leader', 'officer', 'agent', 'promoter', 'enterprise', 'supervisor'],
  },
  listeners: { 'cases.changed': hearCase, 'projects.changed': hearProject },
  timers: { [lookKind]: look },
  handlers: [handle(contract.listPlanChanges, (db, input, context) => readChanges(db, context, input))],
})
