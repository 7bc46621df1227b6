import { isOutsider } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, type RequestContext } from '../../../platform/module.ts'
import { Capacity } from '../contract/capacity.ts'
import { CarbonSaving } from '../contract/carbon-saving.ts'
import { Contact } from '../contract/contact.ts'
import { Enterprise } from '../contract/enterprise.ts'
import { Honour } from '../contract/honour.ts'
import { findEnterprise } from './api.ts'
import { figures } from './figures.ts'

/** Whoever sees the enterprise sees its documents. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  const { caller } = context
  if (!caller.permissions.has('enterprises.read')) return false
  if (isOutsider(caller) && caller.enterpriseId !== id) return false
  return (await findEnterprise(db, zoneOf(context).id, id)) !== undefined
}

export default defineModule({
  name: 'enterprises',
  figures,
  handlers: [],
  records: [Enterprise, Contact, Honour, Capacity, CarbonSaving],
  fileAccess: { 'enterprises.enterprise': mayRead },
  grants: {
    // The security administrator says for whom an enterprise account stands, and erases whoever asks for it: by masked names.
    'enterprises.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise', 'security'],
    'enterprises.write': ['officer', 'agent', 'promoter', 'operator'],
    // What the zone holds to be true of an enterprise; the enterprise itself proposes, an officer confirms.
    'enterprises.describe': ['officer', 'agent', 'promoter', 'operator'],
    'enterprises.contact': ['officer', 'agent', 'promoter', 'operator', 'enterprise'],
    'enterprises.archive': ['leader', 'officer'],
    'enterprises.reveal': ['leader', 'officer', 'agent', 'promoter', 'operator', 'enterprise'],
  },
})
