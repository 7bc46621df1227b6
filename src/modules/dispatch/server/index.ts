import { defineModule, handle } from '../../../platform/module.ts'
import { meeting } from '../contract/meeting.ts'
import * as contract from '../contract.ts'
import { readSheet } from './sheet.ts'

export default defineModule({
  name: 'dispatch',
  records: [meeting],
  grants: {
    'dispatch.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'],
    'dispatch.write': ['leader', 'officer'],
  },
  handlers: [handle(contract.getSheet, (db, { month }, context) => readSheet(db, context, month))],
})
