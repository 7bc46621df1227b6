import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { agencyLetter } from '../contract/agency-letter.ts'
import { note } from '../contract/note.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { readDue, readShown, readStanding } from './read.ts'
import { letterExists } from './store.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

/** The signed letter hangs on its record. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  return context.caller.permissions.has('liaisons.read') && letterExists(db, zoneOf(context).id, id)
}

export default defineModule({
  name: 'liaisons',
  figures,
  records: [note, agencyLetter],
  grants: {
    'liaisons.read': staff,
    'liaisons.write': ['leader', 'officer', 'agent', 'promoter', 'operator'],
    'liaisons.readShown': ['enterprise', ...staff],
  },
  fileAccess: { [agencyLetter.name]: mayRead },
  handlers: [
    handle(contract.listDue, (db, { mine }, context) => readDue(db, context, mine)),
    handle(contract.getStanding, (db, { project }, context) => readStanding(db, context, project)),
    handle(contract.listShown, (db, { project }, context) => readShown(db, context, project)),
  ],
})
