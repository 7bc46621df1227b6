import type { InputOf } from '../../../kernel/endpoint.ts'
import { checkFacts } from '../../../kernel/facts.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { currentCatalogue, pinnedCatalogue } from '../../matters/server/api.ts'
import type { Basis, setBasis } from '../contract.ts'
import { findBasis, getVisible } from './store.ts'

/**
 * Sets the facts and the first day. The first time pins the project to the catalogue in force; afterwards it stays pinned
 * (a change of the catalogue moves no running project by itself). Refuses facts that the pinned catalogue does not declare.
 */
export async function saveBasis(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof setBasis>,
): Promise<Basis> {
  const zoneId = zoneOf(context).id
  const project = await getVisible(db, { zoneId, caller: context.caller }, input.id, true)
  const old = await findBasis(db, zoneId, project.id)
  if ((old?.version ?? 0) !== input.version) throw stale(old?.version ?? 0)
  const pinned = old ? await pinnedCatalogue(db, old.catalogue_version_id) : await currentCatalogue(db)
  const facts = checkFacts(input.facts, pinned.compiled.factTypes)
  const basis: Basis = {
    version: input.version + 1,
    facts: { ...facts },
    startOn: input.startOn,
    catalogueVersionId: pinned.version.id,
  }
  await write(db, context, { zoneId, projectId: project.id, basis })
  const before = old ? { ...old.facts, startOn: old.start_on } : {}
  await record(db, context, {
    subjectKind: 'projects.project',
    subjectId: project.id,
    action: 'setBasis',
    ...changesOf(before, { ...basis.facts, startOn: basis.startOn }),
  })
  await publish(db, context, { topic: 'projects.changed', subjectKind: 'projects.project', subjectId: project.id })
  return basis
}

async function write(
  db: Database,
  context: RequestContext,
  { zoneId, projectId, basis }: { zoneId: string; projectId: string; basis: Basis },
): Promise<void> {
  const cells = {
    version: basis.version,
    updated_at: context.now,
    updated_by: actorOf(context),
    facts: JSON.stringify(basis.facts),
    start_on: basis.startOn,
  }
  if (basis.version > 1) {
    await db
      .updateTable('projects.bases')
      .set(cells)
      .where('zone_id', '=', zoneId)
      .where('id', '=', projectId)
      .execute()
    return
  }
  await db
    .insertInto('projects.bases')
    .values({
      ...cells,
      zone_id: zoneId,
      id: projectId,
      created_at: context.now,
      created_by: actorOf(context),
      archived_at: null,
      catalogue_version_id: basis.catalogueVersionId,
    })
    .execute()
}

function stale(version: number): Problem {
  return new Problem(
    'conflict',
    'projects.stale_basis',
    {
      zh: '项目要素刚被他人改动，请刷新后再填。',
      en: 'Somebody has just changed the facts: look again, then fill them in.',
    },
    { version },
  )
}
