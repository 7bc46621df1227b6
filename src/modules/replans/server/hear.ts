import type { Label } from '../../../kernel/label.ts'
import { publish } from '../../../platform/events/publish.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext, Timer } from '../../../platform/module.ts'
import { cancelOthers } from '../../../platform/timers/cancel-others.ts'
import { lookAgain } from '../../../platform/timers/look-again.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import type { CaseEvent } from '../../cases/server/api.ts'
import type { Difference, Kept } from '../../plans/contract/difference.ts'
import { milestoneMatters, milestoneNames } from '../../plans/contract/scenario.ts'
import { keep, nextMove, replan } from '../../plans/server/api.ts'
import { type RunningProject, runningProjects } from '../../projects/server/api.ts'
import { inputsOf, type Known } from './inputs.ts'
import { insertDifference, lockKept, type Origin, saveKept } from './store.ts'

/** The next morning on which time alone would move a milestone of a project; each project has at most one that is open. */
export const lookKind = 'replans.look'

interface Heard {
  readonly projectId: string
  readonly origin: Origin
  /** The matter whose case it was; null: whatever is not taken up yet, all of it. */
  readonly matter: string | null
  readonly at?: Timer
  /** What other facts came from, when a record beside the project said them. */
  readonly because?: Label
}

export async function hearCase(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  const { projectId, matter, verb } = event.payload as CaseEvent
  // A case that another platform handles has no page here.
  const caseId = event.subjectKind === 'cases.case' ? event.subjectId : null
  const origin = { eventId: event.id, caseId, verb: verb ?? null, actorName: event.by.name }
  await takeUp(db, context, { projectId, matter, origin })
}

export async function hearProject(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  const origin = { eventId: event.id, caseId: null, verb: null, actorName: event.by.name }
  const { because } = (event.payload ?? {}) as { readonly because?: Label }
  await takeUp(db, context, { projectId: event.subjectId, matter: '', origin, ...(because && { because }) })
}

/** Days off came or were corrected: every plan that waits for its next morning is made again now. */
export async function hearCalendar(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  await lookAgain(db, context, { kind: lookKind, because: event.id })
}

export async function look(db: Database, timer: Timer, context: RequestContext): Promise<void> {
  const origin = { eventId: timer.id, caseId: null, verb: null, actorName: context.caller.name }
  await takeUp(db, context, { projectId: timer.subjectId, matter: null, origin, at: timer })
}

/**
 * The plan of a project again, with what has happened; what it moved is kept with the event that it came from. An event that is told
 * twice finds nothing new. Of a project that was archived or given up nothing is planned any more.
 */
async function takeUp(db: Database, context: RequestContext, heard: Heard): Promise<void> {
  const { projectId } = heard
  const [project] = await runningProjects(db, zoneOf(context).id, { id: projectId })
  if (!project) return cancelOthers(db, context, { kind: lookKind, subjectId: projectId, keep: keepOf(heard) })
  const old = await lockKept(db, context, projectId)
  const versions = old === null ? [] : [old.inputs.catalogueVersionId]
  const known = await inputsOf(db, context, { project, versions })
  const { kept, differences } = old === null ? begin(known) : again(old, known, heard)
  for (const difference of differences.filter(isTold)) await write(db, context, { heard, difference, kept, old })
  await saveKept(db, context, { projectId, kept })
  if (differences.length > 0) await tell(db, context, project)
  await setNextLook(db, context, { heard, kept, known })
}

function begin({ inputs, means }: Known): { kept: Kept; differences: Difference[] } {
  const kept = keep(inputs, means)
  const milestones = milestoneNames
    .filter((name) => kept.plan.milestones[name] !== null)
    .map((name) => ({ name, days: null, fromOn: null, toOn: finishOf(kept, milestoneMatters[name]) }))
  return { kept, differences: [{ cause: 'begin', matter: null, in: [], out: [], moved: [], milestones }] }
}

function finishOf({ plan }: Kept, code: string): string | null {
  return plan.matters.find((matter) => matter.code === code)?.finishDate ?? null
}

function again(old: Kept, { inputs, means }: Known, { matter }: Heard) {
  const all = () => [...new Set([...Object.keys(old.inputs.marks), ...Object.keys(inputs.marks)])].sort()
  const matters = matter === null ? all() : matter === '' ? [] : [matter]
  return replan(old, inputs, { ...means, matters })
}

/** Waiting is no event: it is told once it moves a milestone, not for every matter that slack still holds. */
function isTold({ cause, milestones }: Difference): boolean {
  return cause !== 'time' || milestones.length > 0
}

interface Writing {
  readonly heard: Heard
  readonly difference: Difference
  readonly kept: Kept
  readonly old: Kept | null
}

async function write(db: Database, context: RequestContext, { heard, difference, kept, old }: Writing): Promise<void> {
  const { cause, matter, ...what } = difference
  const { caseId, verb, actorName, eventId } = heard.origin
  const ofCase = cause === 'case' && matter === heard.matter
  const byItself = cause === 'time' || cause === 'calendar' || cause === 'reforms'
  await insertDifference(db, context, {
    ...{ projectId: heard.projectId, eventId, cause, matter },
    what: cause === 'basis' && heard.because ? { ...what, because: heard.because } : what,
    ...{ caseId: ofCase ? caseId : null, verb: ofCase ? verb : null, actorName: byItself ? '' : actorName },
    onDay: kept.inputs.today,
    sinceDay: cause === 'time' && old !== null ? old.inputs.today : null,
  })
}

/** Open pages and other modules hear that the plan has moved. */
async function tell(db: Database, context: RequestContext, { id, enterpriseId }: RunningProject): Promise<void> {
  const subject = { subjectKind: 'projects.project', subjectId: id }
  const audience = enterpriseId === null ? {} : { enterpriseId }
  await publish(db, context, { topic: 'replans.moved', ...subject, payload: { projectId: id }, audience })
}

const keepOf = ({ at }: Heard): string[] => (at === undefined ? [] : [at.key])

async function setNextLook(
  db: Database,
  context: RequestContext,
  { heard, kept, known }: { readonly heard: Heard; readonly kept: Kept; readonly known: Known },
): Promise<void> {
  const { projectId } = heard
  const day = nextMove(kept.inputs, known.means)
  const key = day === null ? null : `${projectId}:${day}`
  await cancelOthers(db, context, {
    ...{ kind: lookKind, subjectId: projectId },
    keep: [...keepOf(heard), ...(key === null ? [] : [key])],
  })
  if (day === null || key === null) return
  const subject = { subjectKind: 'projects.project', subjectId: projectId }
  await schedule(db, context, { kind: lookKind, key, ...subject, dueAt: new Date(`${day}T06:30:00+08:00`) })
}
