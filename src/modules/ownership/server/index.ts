import { defineModule, handle } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { readOwnership } from './read.ts'
import { recordHolders } from './write.ts'

export default defineModule({
  name: 'ownership',
  grants: {
    'ownership.read': ['leader', 'officer', 'promoter', 'operator', 'supervisor', 'enterprise'],
    'ownership.write': ['officer', 'promoter'],
  },
  journal: {
    'ownership.register': {
      label: { zh: '股东名册', en: 'Register of shareholders' },
      actions: { recordHolders: { zh: '登记股东名册', en: 'Recorded' } },
    },
  },
  traces: {
    // The register of an enterprise has the enterprise's own id.
    'ownership.register': {
      of: 'enterprises.enterprise',
      needs: 'ownership.read',
      find: async (_db, id) => [{ id, name: '' }],
    },
  },
  handlers: [
    handle(contract.getOwnership, (db, input, context) => readOwnership(db, context, input)),
    handle(contract.recordHolders, async (db, input, context) => {
      await recordHolders(db, context, input)
      return readOwnership(db, context, { id: input.id })
    }),
  ],
})
