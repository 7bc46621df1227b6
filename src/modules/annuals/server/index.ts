import { defineModule, handle } from '../../../platform/module.ts'
import { AnnualValue } from '../contract/value.ts'
import * as contract from '../contract.ts'
import { enterValues } from './enter.ts'
import { readAnnuals } from './read.ts'

export default defineModule({
  name: 'annuals',
  records: [AnnualValue],
  grants: {
    'annuals.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise'],
    'annuals.write': ['officer', 'operator'],
  },
  handlers: [
    handle(contract.getAnnuals, (db, { id }, context) => readAnnuals(db, context, id)),
    handle(contract.enterValues, (db, { rows }, context) => enterValues(db, context, rows)),
  ],
})
