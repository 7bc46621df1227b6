import { defineModule } from '../../../platform/module.ts'
import { Contact } from '../contract/contact.ts'
import { Enterprise } from '../contract/enterprise.ts'
import { figures } from './figures.ts'

export default defineModule({
  name: 'enterprises',
  figures,
  handlers: [],
  records: [Enterprise, Contact],
  grants: {
    // The security administrator says for whom an enterprise account stands, and erases whoever asks for it: by masked names.
    'enterprises.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise', 'security'],
    'enterprises.write': ['officer', 'agent', 'promoter', 'operator'],
    'enterprises.contact': ['officer', 'agent', 'promoter', 'operator', 'enterprise'],
    'enterprises.archive': ['leader', 'officer'],
    'enterprises.reveal': ['leader', 'officer', 'agent', 'promoter', 'operator', 'enterprise'],
  },
})
