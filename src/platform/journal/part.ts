import { defineModule, handle, type ModuleDefinition } from '../module.ts'
import { listJournal, listWords } from './contract.ts'
import * as list from './list.ts'
import { zoneOf } from './record.ts'
import { journalWords } from './words.ts'

/** The platform's part for the journal: read by who audits and who supervises, changed by nobody. `all` are the modules that write into it. */
export function journalPart(all: () => readonly ModuleDefinition[]): ModuleDefinition {
  return defineModule({
    name: 'journal',
    handlers: [
      handle(listJournal, (db, asked, context) => list.listJournal(db, zoneOf(context).id, asked)),
      handle(listWords, async () => ({ subjects: [...journalWords(all())] })),
    ],
    grants: { 'journal.read': ['audit', 'supervisor'] },
  })
}
