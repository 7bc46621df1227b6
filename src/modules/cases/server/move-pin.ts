import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { undecidedStates } from '../contract/state.ts'
import { limitsOf } from '../domain/application.ts'
import { refuse } from '../domain/refuse.ts'
import type { StoredCase } from './rows.ts'
import { casesIn, lockCase } from './store.ts'

/** A case that is still to be decided under a version of the catalogue that is not this one. */
export interface PinnedCase {
  readonly id: string
  readonly version: number
  readonly projectId: string
  readonly matter: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly state: StoredCase['row']['state']
  readonly accepted: boolean
  readonly catalogueVersionId: string
}

/** By project and id. Needs the zone's context. */
export async function casesPinnedElsewhere(db: Database, zoneId: string, versionId: string): Promise<PinnedCase[]> {
  const rows = await casesIn(db, { zoneId, enterpriseId: undefined })
    .where('state', 'in', undecidedStates)
    .where('catalogue_version_id', '!=', versionId)
    .orderBy('project_id')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, projectId: row.project_id, matter: row.matter, state: row.state },
    name: { zh: row.matter_name_zh, en: row.matter_name_en },
    accepted: row.accepted_on !== null,
    catalogueVersionId: row.catalogue_version_id,
  }))
}

export interface CaseMove {
  readonly id: string
  readonly version: number
  readonly to: { readonly id: string; readonly compiled: CompiledCatalogue }
  readonly reason: string
}

/**
 * Moves a case that is still to be decided to another version of the catalogue. Before the acceptance the limits of that version
 * are its own; a limit that runs keeps the days with which it began, and the papers stay those that were asked for once (行政许可法 第32条).
 */
export async function moveCasePin(db: Database, context: RequestContext, move: CaseMove): Promise<void> {
  const zoneId = zoneOf(context).id
  const { row, facts } = await lockCase(db, { zoneId, enterpriseId: undefined }, move.id)
  if (row.version !== move.version) throw changed(row.version)
  if (!(undecidedStates as readonly string[]).includes(facts.state)) throw decided()
  const { compiled } = move.to
  const matter = compiled.matters[compiled.indexOf.get(row.matter) ?? -1]?.matter
  if (!matter) throw gone()
  const { statutory, promised } = facts.acceptedOn === null ? limitsOf(matter) : facts.limits
  const set = {
    ...{ catalogue_version_id: move.to.id, statutory_days: statutory.days, statutory_unit: statutory.unit },
    ...{ promised_days: promised.days, promised_unit: promised.unit },
  }
  await db
    .updateTable('cases.cases')
    .set({ ...set, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  const subject = { subjectKind: 'cases.case', subjectId: row.id }
  const { catalogue_version_id, statutory_days, promised_days } = row
  await record(db, context, {
    ...{ ...subject, threadId: row.project_id, action: 'moveCatalogue', note: move.reason },
    ...changesOf(
      { catalogueVersionId: catalogue_version_id, statutoryDays: statutory_days, promisedDays: promised_days },
      { catalogueVersionId: move.to.id, statutoryDays: statutory.days, promisedDays: promised.days },
    ),
  })
  const payload = { projectId: row.project_id, matter: row.matter }
  await publish(db, context, {
    topic: 'cases.moved',
    ...subject,
    payload,
    audience: { enterpriseId: row.enterprise_id },
  })
}

function decided(): Problem {
  return refuse('decided_already', {
    zh: '这个办件已经办结，按办结时的目录保留，不再改动。',
    en: 'This case has been decided: it stays with the catalogue under which that was done.',
  })
}

function gone(): Problem {
  return refuse('no_such_matter', {
    zh: '新版目录里没有这个事项；请办结或由申请人撤回这个办件。',
    en: 'The new version has no such matter: decide the case, or let the applicant withdraw it.',
  })
}

function changed(version: number): Problem {
  return new Problem(
    'conflict',
    'cases.changed_meanwhile',
    { zh: '这个办件刚有新的办理；请刷新后再改。', en: 'The case has moved on meanwhile: reload before you go on.' },
    { version },
  )
}
