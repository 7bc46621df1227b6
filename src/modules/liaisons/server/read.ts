import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject, liaisonsOf } from '../../projects/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { DueNote } from '../contract.ts'
import { dueNotes } from '../domain/bring-forward.ts'
import { mandateOn } from '../domain/mandate.ts'
import { listLetters, listNotes, listShownNotes } from './store.ts'

/** What is to be taken up again; `mine` limits it to projects of the caller's person, where the account belongs to one. */
export async function readDue(db: Database, context: RequestContext, mine: boolean): Promise<{ notes: DueNote[] }> {
  const { id: zoneId, code } = zoneOf(context)
  const rows = await listNotes(db, zoneId, mine ? context.caller.personId : null)
  const moment = { calendar: await zoneCalendar(db, code), today: legalDayOf(context.now) }
  const due = dueNotes(
    rows.map(({ id, project_id, follow_up_on }) => ({ id, projectId: project_id, followUpOn: follow_up_on })),
    moment,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const notes = due.flatMap(({ id, followUpOn, late }) => {
    const row = byId.get(id)
    if (!row) return []
    const project = { id: row.project_id, name: row.name }
    return [{ id, project, words: row.words, nextStep: row.next_step, followUpOn, late }]
  })
  return { notes }
}

const levels = ['leader', 'department', 'agent'] as const

/** Who answers for a project on each of the three levels, and whether the agent may file for the enterprise. */
export async function readStanding(db: Database, context: RequestContext, projectId: string) {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  await getProject(db, zoneId, projectId)
  const held = (await liaisonsOf(db, zoneId, projectId)).filter(({ until }) => until === null || until >= today)
  const letters = await listLetters(db, zoneId, projectId)
  return {
    levels: levels.map((role) => ({ role, person: held.find((one) => one.role === role)?.person ?? null })),
    mandate: mandateOn(
      letters.map(({ signed_on, valid_until }) => ({ signedOn: signed_on, validUntil: valid_until })),
      today,
    ),
  }
}

/** An enterprise reads of its own project what it was meant to read, and nothing else. */
export async function readShown(db: Database, context: RequestContext, projectId: string) {
  const zoneId = zoneOf(context).id
  const { caller } = context
  const { enterpriseId } = await getProject(db, zoneId, projectId)
  if (isOutsider(caller) && (enterpriseId === null || enterpriseId !== caller.enterpriseId)) throw notFound()
  const rows = await listShownNotes(db, zoneId, projectId)
  return {
    notes: rows.map(({ id, words, happened_on, next_step }) => ({
      ...{ id, words, happenedOn: happened_on, nextStep: next_step },
    })),
  }
}
