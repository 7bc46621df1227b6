import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { type PromisedDays, promisedDays } from '../../agreements/server/api.ts'
import { currentCatalogue } from '../../matters/server/api.ts'
import { departmentNames } from '../../organisation/server/api.ts'
import { getProject, projectNames } from '../../projects/server/api.ts'
import type { Outcome } from '../contract/result.ts'
import type { ProjectForecast, ZoneForecast } from '../contract.ts'
import { byRisk, projectTold, promiseOf } from '../domain/told.ts'
import { findLatest, type StoredForecast, viewOf } from './store.ts'

/** The last answer, and what is being made after it. */
export async function readZone(db: Database, context: RequestContext): Promise<ZoneForecast> {
  const { id: zoneId } = zoneOf(context)
  const { last, answered } = await findLatest(db, zoneId)
  const current = last && last.id !== answered?.id ? viewOf(last) : null
  return { current, answer: answered ? await answerOf(db, zoneId, answered) : null }
}

async function answerOf(db: Database, zoneId: string, row: StoredForecast): Promise<ZoneForecast['answer']> {
  const projects = (await answeredProjects(db, zoneId, row)).map((one) => one.told)
  const desks = row.desks ?? []
  const departments = await departmentNames(
    db,
    zoneId,
    desks.map(({ departmentId }) => departmentId),
  )
  const rests = row.rests ?? { matters: [], owed: { rate: 0, from: 'assumed', papers: 0 }, minimumCases: 0 }
  return {
    forecast: viewOf(row),
    projects: projects.sort(byRisk),
    desks: desks.map((desk) => ({ ...desk, name: departments.get(desk.departmentId) ?? '' })),
    rests: { ...rests, unplanned: row.unplanned ?? 0, names: await matterNames(db, rests.matters) },
    provisional: row.provisional ?? false,
  }
}

/** What an answer says of every project of it that is not archived. */
export async function answeredProjects(
  db: Database,
  zoneId: string,
  row: StoredForecast,
): Promise<{ readonly outcome: Outcome; readonly told: ProjectForecast }[]> {
  const outcomes = await listOutcomes(db, zoneId, row.id)
  const ids = outcomes.map(({ projectId }) => projectId)
  const names = await projectNames(db, zoneId, ids)
  const agreed = await promisedDays(db, zoneId, ids)
  return outcomes.flatMap((outcome) => {
    const name = names.get(outcome.projectId)
    if (name === undefined) return []
    const project = { id: outcome.projectId, name }
    return [{ outcome, told: told(outcome, project, { agreed: agreed.get(outcome.projectId), asked: {} }) }]
  })
}

interface AskedDays {
  readonly permitBy?: string | undefined
  readonly productionBy?: string | undefined
}

function told(
  outcome: Outcome,
  project: ProjectForecast['project'],
  { agreed, asked }: { readonly agreed: PromisedDays | undefined; readonly asked: AskedDays },
): ProjectForecast {
  return projectTold(outcome, project, {
    permit: promiseOf(outcome.permit, { asked: asked.permitBy, agreed: agreed?.permit }),
    production: promiseOf(outcome.production, { asked: asked.productionBy, agreed: agreed?.production }),
  })
}

async function matterNames(db: Database, matters: readonly { readonly matter: string }[]) {
  const { compiled } = await currentCatalogue(db)
  return Object.fromEntries(
    matters.map(({ matter: code }) => {
      const rank = compiled.indexOf.get(code)
      const matter = rank === undefined ? undefined : compiled.matters[rank]?.matter
      return [code, { zh: matter?.name_zh ?? code, en: matter?.name_en ?? code }]
    }),
  )
}

async function listOutcomes(db: Database, zoneId: string, forecastId: string): Promise<Outcome[]> {
  const rows = await outcomesIn(db, zoneId, forecastId).orderBy('id').execute()
  return rows.map(outcomeOf)
}

function outcomesIn(db: Database, zoneId: string, forecastId: string) {
  return db
    .selectFrom('forecast.outcomes')
    .select(['project_id', 'permit', 'production', 'incomplete'])
    .where('zone_id', '=', zoneId)
    .where('forecast_id', '=', forecastId)
}

function outcomeOf(row: {
  project_id: string
  permit: Outcome['permit']
  production: Outcome['production']
  incomplete: boolean
}): Outcome {
  return {
    projectId: row.project_id,
    permit: row.permit,
    production: row.production,
    incomplete: row.incomplete,
  }
}

interface Asked extends AskedDays {
  readonly id: string
}

/** What the last answer says of one project, with the chance of the days that were asked for. */
export async function readOne(db: Database, context: RequestContext, { id, ...asked }: Asked) {
  const { id: zoneId } = zoneOf(context)
  const { name } = await getProject(db, zoneId, id)
  const { answered } = await findLatest(db, zoneId)
  const row = answered && (await outcomesIn(db, zoneId, answered.id).where('project_id', '=', id).executeTakeFirst())
  if (!answered || !row) return { answer: null }
  const agreed = (await promisedDays(db, zoneId, [id])).get(id)
  const answer = told(outcomeOf(row), { id, name }, { agreed, asked })
  return { answer: { ...answer, dataAt: (answered.data_at ?? answered.created_at).toISOString(), runs: answered.runs } }
}
