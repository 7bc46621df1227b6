import { defineModule, handle } from '../../../platform/module.ts'
import * as moves from '../contract/moves.ts'
import * as contract from '../contract.ts'
import { hearCalendar, hearCase, hearProject, look, lookKind } from './hear.ts'
import { moveCaseTo, moveMany, moveOne } from './moves.ts'
import { readChanges } from './read.ts'
import { readTouched } from './touched.ts'

export default defineModule({
  name: 'replans',
  grants: {
    'replans.read': ['leader', 'officer', 'agent', 'promoter', 'enterprise', 'supervisor'],
    'replans.foresee': ['leader', 'officer', 'admin'],
    'replans.move': ['admin'],
  },
  listeners: { 'cases.changed': hearCase, 'projects.changed': hearProject, 'zones.calendarChanged': hearCalendar },
  timers: { [lookKind]: look },
  handlers: [
    handle(contract.listPlanChanges, (db, input, context) => readChanges(db, context, input)),
    handle(moves.listTouched, (db, input, context) => readTouched(db, context, input)),
    handle(moves.moveProject, (db, input, context) => moveOne(db, context, input)),
    handle(moves.moveByRule, (db, input, context) => moveMany(db, context, input)),
    handle(moves.moveCase, (db, input, context) => moveCaseTo(db, context, input)),
  ],
})
