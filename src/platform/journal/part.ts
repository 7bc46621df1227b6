import { notFound } from '../access/caller.ts'
import { refuseUnseen } from '../access/refuse-unseen.ts'
import { inZone } from '../database.ts'
import { type Database, defineModule, handle, type ModuleDefinition, type RequestContext } from '../module.ts'
import * as contract from './contract.ts'
import * as list from './list.ts'
import { zoneOf } from './record.ts'
import { paperText } from './seal/paper-line.ts'
import { consistencyOf, newestCheckpoint, receiptOf } from './seal/receipt.ts'
import { accessLog } from './seal/source.ts'
import { readTimeline } from './timeline.ts'
import { keysOf } from './verify/read-log.ts'
import { journalWords } from './words.ts'

/** The platform's part for the journal: read by who audits and who supervises, changed by nobody, proved to everybody whom it concerns. `all` are the modules that write into it. */
export function journalPart(all: () => readonly ModuleDefinition[]): ModuleDefinition {
  const accessTo = (kind: string) => all().find((module) => module.fileAccess?.[kind])?.fileAccess?.[kind]
  return defineModule({
    name: 'journal',
    handlers: [
      handle(contract.listJournal, (db, asked, context) => list.listJournal(db, zoneOf(context).id, asked)),
      handle(contract.getTimeline, (db, input, context) => readTimeline(db, context, { modules: all(), ...input })),
      handle(contract.listWords, async () => ({ subjects: [...journalWords(all())] })),
      handle(contract.getReceipt, async (db, { event }, context) => {
        const withBody = context.caller.permissions.has('journal.read')
        if (!withBody) {
          await refuseUnseen(db, { access: accessTo, subject: await subjectOf(db, event, context), context })
        }
        const receipt = await receiptOf(db, { zoneId: zoneOf(context).id, eventId: event, withBody })
        if (!receipt) throw notFound()
        return receipt
      }),
      handle(contract.getCheckpoint, async (db, _input, context) => {
        const checkpoint = (await newestCheckpoint(db, zoneOf(context).id)) ?? null
        return { checkpoint, printed: checkpoint && paperText(checkpoint.statement) }
      }),
      handle(contract.getConsistency, (db, { size }, context) =>
        consistencyOf(db, { zoneId: zoneOf(context).id, older: size }),
      ),
      handle(contract.getAccessCheckpoint, (db) =>
        inZone(db, accessLog.id, async (logged) => ({
          checkpoint: (await newestCheckpoint(logged, accessLog.id)) ?? null,
        })),
      ),
      handle(contract.getAccessConsistency, (db, { size }) =>
        inZone(db, accessLog.id, (logged) => consistencyOf(logged, { zoneId: accessLog.id, older: size })),
      ),
      handle(contract.listKeys, async (db) => ({ keys: [...(await keysOf(db))] })),
    ],
    grants: { 'journal.read': ['audit', 'supervisor'] },
  })
}

/** What the event happened to: whoever sees it may have its receipt; for everybody else there is no such event. */
async function subjectOf(db: Database, event: string, context: RequestContext) {
  const row = await db
    .selectFrom('journal.events')
    .select(['subject_kind as subjectKind', 'subject_id as subjectId'])
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', event)
    .executeTakeFirst()
  return row ?? null
}
