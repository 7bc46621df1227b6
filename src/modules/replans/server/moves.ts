import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { checkFacts } from '../../../kernel/facts.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { moveCasePin } from '../../cases/server/api.ts'
import { heldCatalogue, type LoadedCatalogue } from '../../matters/server/api.ts'
import { planFrom } from '../../plans/server/api.ts'
import { movePin, type RunningProject, runningProjects } from '../../projects/server/api.ts'
import type * as moves from '../contract/moves.ts'
import { chooserOf, factsFor, refuseGone } from '../domain/move-rule.ts'
import { inputsOf } from './inputs.ts'

/** The catalogue that is moved to, in force until this transaction ends. Refuses (409) when it is not the one that was looked at. */
async function target(db: Database, to: string): Promise<LoadedCatalogue> {
  const held = await heldCatalogue(db)
  if (held.version.id === to) return held
  throw new Problem(
    'conflict',
    'replans.not_in_force',
    {
      zh: '目录刚发布了另一版，您看到的影响已经不准；请刷新后再改。',
      en: 'Another version of the catalogue has just been published: look again at what it moves, then decide.',
    },
    { inForce: held.version.id },
  )
}

/** The facts with which the project would be planned; refuses (Problem) a project that cannot be planned with this version. */
export async function fitting(
  db: Database,
  context: RequestContext,
  { project, to }: { readonly project: RunningProject; readonly to: LoadedCatalogue },
) {
  const { inputs, means } = await inputsOf(db, context, { project, versions: [to.version.id] })
  const facts = { ...checkFacts(factsFor(to.compiled.factTypes, inputs.facts), to.compiled.factTypes) }
  refuseGone(Object.keys(inputs.matters), to.compiled.indexOf)
  const after = { ...inputs, facts, catalogueVersionId: to.version.id }
  planFrom(after, means)
  return { inputs, after, means }
}

export async function moveOne(
  db: Database,
  context: RequestContext,
  { id, version, to, reason }: InputOf<typeof moves.moveProject>,
): Promise<{ id: string }> {
  const held = await target(db, to)
  const [project] = await runningProjects(db, zoneOf(context).id, { id })
  if (!project) throw notFound()
  if (project.basis.catalogueVersionId === to) throw movedAlready()
  const { after } = await fitting(db, context, { project, to: held })
  await movePin(db, context, { projectId: id, version, to, facts: after.facts, reason })
  return { id }
}

export async function moveMany(
  db: Database,
  context: RequestContext,
  { to, reason, ...rule }: InputOf<typeof moves.moveByRule>,
): Promise<OutputOf<typeof moves.moveByRule>> {
  const held = await target(db, to)
  const choose = chooserOf(rule, held.compiled.factTypes)
  const told: OutputOf<typeof moves.moveByRule> = { moved: [], refused: [], unknown: [] }
  for (const project of await runningProjects(db, zoneOf(context).id)) {
    const { id, name, stage, basis } = project
    if (basis.catalogueVersionId === to) continue
    const { answer, missing } = choose({ facts: basis.facts, stage })
    if (answer === 'unknown') told.unknown.push({ id, name, missing: [...missing] })
    if (answer !== 'yes') continue
    const fit = await refusalOr(() => fitting(db, context, { project, to: held }))
    if (fit instanceof Problem) {
      told.refused.push({ id, name, why: fit.text })
      continue
    }
    const { facts } = fit.after
    await movePin(db, context, { projectId: id, version: basis.version, to, facts, reason })
    told.moved.push({ id, name })
  }
  return told
}

/** What was refused, as an answer: of many that are asked at once one refusal must not stop the others. Nothing has been written. */
export async function refusalOr<T>(ask: () => Promise<T>): Promise<T | Problem> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Problem && error.kind !== 'internal') return error
    throw error
  }
}

export async function moveCaseTo(
  db: Database,
  context: RequestContext,
  { id, version, to, reason }: InputOf<typeof moves.moveCase>,
): Promise<{ id: string }> {
  const { compiled } = await target(db, to)
  await moveCasePin(db, context, { id, version, to: { id: to, compiled }, reason })
  return { id }
}

function movedAlready(): Problem {
  return new Problem('rule_violated', 'replans.moved_already', {
    zh: '这个项目已经按现行目录办理。',
    en: 'This project already goes by the catalogue in force.',
  })
}
