import { defineModule, handle, type ModuleDefinition } from '../module.ts'
import { listJournal } from './contract.ts'
import * as list from './list.ts'
import { zoneOf } from './record.ts'

/** The platform's part for the journal: read by who audits and who supervises, changed by nobody. */
export function journalPart(): ModuleDefinition {
  return defineModule({
    name: 'journal',
    handlers: [handle(listJournal, (db, asked, context) => list.listJournal(db, zoneOf(context).id, asked))],
    grants: { 'journal.read': ['audit', 'supervisor'] },
  })
}
