import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { bringIn } from '../contract/bring-in.ts'
import { evidence, liaison, project } from '../contract/project.ts'
import { listRunning } from '../contract/running.ts'
import * as contract from '../contract.ts'
import { bringThemIn } from './bring-in.ts'
import { readDossier } from './dossier.ts'
import { figures } from './figures.ts'
import { advanceStage, moveWords, turnCondition } from './move.ts'
import { runningFirst } from './running.ts'
import { saveBasis } from './set-basis.ts'
import { findVisible, getVisible, listEvents } from './store.ts'

/** Whoever sees the project sees its pictures and files. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  const { caller } = context
  if (!caller.permissions.has('projects.read')) return false
  return (await findVisible(db, { zoneId: zoneOf(context).id, caller }, id)) !== undefined
}

export default defineModule({
  name: 'projects',
  figures,
  records: [project, liaison, evidence],
  grants: {
    'projects.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise'],
    // Liaisons and evidence of all projects; an enterprise reads its own project's in the dossier.
    'projects.oversee': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'],
    'projects.write': ['agent', 'promoter', 'officer'],
    'projects.assign': ['leader', 'admin'],
    'projects.advance': ['agent', 'officer', 'leader'],
    'projects.bringIn': ['officer', 'leader'],
  },
  fileAccess: { 'projects.project': mayRead },
  journal: { 'projects.project': { actions: moveWords } },
  handlers: [
    handle(contract.getDossier, (db, { id }, context) => readDossier(db, context, id)),
    handle(contract.listTimeline, async (db, { id, before }, context) => {
      const zoneId = zoneOf(context).id
      await getVisible(db, { zoneId, caller: context.caller }, id)
      const { events, next } = await listEvents(db, zoneId, { projectId: id, before })
      return {
        next,
        events: events.map((event) => ({
          id: event.id,
          at: event.created_at.toISOString(),
          happenedAt: event.happened_at.toISOString(),
          actor: event.actor_name,
          subjectKind: event.subject_kind,
          subjectId: event.subject_id,
          action: event.action,
          note: event.note,
        })),
      }
    }),
    handle(contract.advanceProject, (db, input, context) => advanceStage(db, context, input)),
    handle(contract.turnProject, (db, input, context) => turnCondition(db, context, input)),
    handle(bringIn, (db, input, context) => bringThemIn(db, context, input)),
    handle(listRunning, (db, _input, context) => runningFirst(db, context)),
    handle(contract.setBasis, (db, input, context) => saveBasis(db, context, input)),
  ],
})
