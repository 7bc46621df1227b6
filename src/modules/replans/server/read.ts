import { sql } from 'kysely'
import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import type { Label } from '../../../kernel/label.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { currentCatalogue, pinnedCatalogue } from '../../matters/server/api.ts'
import { getProject, type ProjectRef } from '../../projects/server/api.ts'
import type { listPlanChanges, PlanChange } from '../contract.ts'
import type {} from './table.ts'

/** The project when this caller may see it; 404 otherwise. */
async function visibleProject(db: Database, context: RequestContext, id: string): Promise<ProjectRef> {
  const project = await getProject(db, zoneOf(context).id, id)
  if (isOutsider(context.caller) && project.enterpriseId !== context.caller.enterpriseId) throw notFound()
  return project
}

/** What moved the plan of a project, the latest first. */
export async function readChanges(
  db: Database,
  context: RequestContext,
  { id, milestone, limit, before }: InputOf<typeof listPlanChanges>,
): Promise<OutputOf<typeof listPlanChanges>> {
  const project = await visibleProject(db, context, id)
  let query = db
    .selectFrom('replans.differences')
    .selectAll()
    .where('zone_id', '=', zoneOf(context).id)
    .where('project_id', '=', id)
  if (milestone !== undefined) query = query.where(sql<boolean>`${milestone} = any(milestones)`)
  if (before !== undefined) query = query.where('ordinal', '<', before)
  const rows = await query
    .orderBy('ordinal', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const nameOf = await namesFor(db, project)
  const changes = shown.map(
    (row): PlanChange => ({
      ...{ id: row.id, ordinal: row.ordinal, at: row.created_at.toISOString(), onDay: row.on_day },
      ...{ sinceDay: row.since_day, cause: row.cause, caseId: row.case_id, verb: row.verb, actorName: row.actor_name },
      matter: row.matter === null ? null : { code: row.matter, name: nameOf(row.matter) },
      ...row.what,
    }),
  )
  const codes = changes.flatMap((change) => [...change.in, ...change.out, ...change.moved]).flatMap(codesOf)
  return {
    changes,
    names: Object.fromEntries([...new Set(codes)].map((code) => [code, nameOf(code)])),
    next: rows.length > limit ? (shown.at(-1)?.ordinal ?? null) : null,
  }
}

/** A line's own matter, and the one that it says it waits for. */
function codesOf({ code, why }: { readonly code: string; readonly why: string }): string[] {
  return why.startsWith('held-by:') ? [code, why.slice('held-by:'.length)] : [code]
}

/** By the catalogue of the project first, then by the one in force: a matter may be in one of them alone. */
async function namesFor(db: Database, { basis }: ProjectRef): Promise<(code: string) => Label> {
  const current = (await currentCatalogue(db)).compiled
  const pinned = basis === null ? current : (await pinnedCatalogue(db, basis.catalogueVersionId)).compiled
  return (code) => {
    for (const { indexOf, matters } of [pinned, current]) {
      const matter = matters[indexOf.get(code) ?? -1]?.matter
      if (matter) return { zh: matter.name_zh, en: matter.name_en }
    }
    return { zh: code, en: code }
  }
}
