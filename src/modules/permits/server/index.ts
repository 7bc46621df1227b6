import { defineModule } from '../../../platform/module.ts'
import { Baseline } from '../contract/baseline.ts'
import { figures } from './figures.ts'

/** What the zone says of its permits, and what that is measured against. */
export default defineModule({
  name: 'permits',
  figures,
  handlers: [],
  records: [Baseline],
  grants: {
    'permits.read': ['leader', 'officer', 'supervisor', 'admin'],
    'permits.write': ['leader'],
  },
})
