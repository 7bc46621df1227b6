import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, recordMany, type Values, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { searchEntries } from '../../../platform/records/many.ts'
import type { BroughtIn, bringIn } from '../contract/bring-in.ts'
import { evidence, project } from '../contract/project.ts'
import { refuseUnproved } from '../domain/bring-in.ts'
import type {} from './table.ts'

/** Rows of one statement: below the number of parameters that PostgreSQL takes. */
const atOnce = 1000

/** Projects that were there before, each with its event and its evidence; all of them or none. Nothing hangs on them yet, so nobody is told. */
export async function bringThemIn(db: Database, context: RequestContext, { projects }: InputOf<typeof bringIn>) {
  const known = await namesAmong(
    db,
    zoneOf(context).id,
    projects.map(({ name }) => name),
  )
  refuseUnproved(projects, { known, today: legalDayOf(context.now) })
  const made = projects.map((line) => ({ id: newId(context.now), line }))
  await insertProjects(db, context, made)
  const proofs = made.flatMap(({ id, line }) => line.evidence.map((one) => ({ projectId: id, one })))
  for (let i = 0; i < proofs.length; i += atOnce) await insertEvidence(db, context, proofs.slice(i, i + atOnce))
  return { projects: made.map(({ id, line: { name } }) => ({ id, name })) }
}

async function namesAmong(db: Database, zoneId: string, names: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('projects.projects')
    .select('name')
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('name', 'in', [...names])
    .execute()
  return new Set(rows.map(({ name }) => name))
}

interface New {
  readonly id: string
  readonly line: BroughtIn
}

async function insertProjects(db: Database, context: RequestContext, made: readonly New[]): Promise<void> {
  const { head, texts, finish } = entering(db, context, {
    kind: project,
    rows: made.map(({ id, line: { evidence: _, ...values } }) => ({ id, values })),
    action: 'bringIn',
  })
  await db
    .insertInto('projects.projects')
    .values(
      made.map(({ id, line }, i) => ({
        ...{ ...head, id, search_text: texts[i] ?? '', name: line.name, kind: line.kind, stage: line.stage },
        ...{ condition: 'active' as const, national_code: null, enterprise_id: null, team_id: null },
        ...{ local_code: line.localCode, industry_code: line.industryCode, investment_yuan: line.investmentYuan },
        ...{ signed_on: line.signedOn, summary: line.summary },
      })),
    )
    .execute()
  await finish()
}

interface Proof {
  readonly projectId: string
  readonly one: BroughtIn['evidence'][number]
}

async function insertEvidence(db: Database, context: RequestContext, proofs: readonly Proof[]): Promise<void> {
  const rows = proofs.map(({ projectId, one }) => ({ id: newId(context.now), values: { ...one, projectId } }))
  const { head, texts, finish } = entering(db, context, { kind: evidence, rows, action: 'create' })
  await db
    .insertInto('projects.evidence')
    .values(
      rows.map(({ id, values: { projectId, kind, title, happenedOn, number } }, i) => ({
        ...{ ...head, id, search_text: texts[i] ?? '', project_id: projectId, kind, title },
        ...{ happened_on: happenedOn, number, note: null },
      })),
    )
    .execute()
  await finish()
}

interface Entering {
  readonly kind: AnyRecordKind
  readonly rows: readonly { readonly id: string; readonly values: Values }[]
  readonly action: string
}

/** What all records of one door share: their head, their texts for the search, and, once they are in, their entries and events. */
function entering(db: Database, context: RequestContext, { kind, rows, action }: Entering) {
  const zoneId = zoneOf(context).id
  const by = actorOf(context)
  const { texts, insert } = searchEntries(kind, zoneId, rows)
  const finish = async () => {
    await insert(db, new Set(rows.map(({ id }) => id)))
    await recordMany(
      db,
      context,
      rows.map(({ id, values }) => ({
        ...{ subjectKind: kind.name, subjectId: id, action },
        after: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
      })),
    )
  }
  const stamps = { created_at: context.now, created_by: by, updated_at: context.now, updated_by: by }
  const head = { zone_id: zoneId, version: 1, ...stamps, archived_at: null, sample: context.sample ?? false }
  return { head, texts, finish }
}
