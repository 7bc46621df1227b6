import { defineModule, handle } from '../../../platform/module.ts'
import { getDivision, mergeParcels, splitParcel } from '../contract.ts'
import { merge, split } from './divide.ts'
import { readDivision } from './read.ts'

export default defineModule({
  name: 'divisions',
  grants: {
    'divisions.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'],
    'divisions.decide': ['officer', 'leader'],
  },
  handlers: [
    handle(getDivision, (db, { id }, context) => readDivision(db, context, id)),
    handle(splitParcel, (db, input, context) => split(db, context, input)),
    handle(mergeParcels, (db, input, context) => merge(db, context, input)),
  ],
})
