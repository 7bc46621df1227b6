import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { casesPinnedElsewhere } from '../../cases/server/api.ts'
import { currentCatalogue, type LoadedCatalogue, pinnedCatalogue } from '../../matters/server/api.ts'
import { changeOf, planFrom } from '../../plans/server/api.ts'
import { type RunningProject, runningProjects } from '../../projects/server/api.ts'
import type { listTouched, MatterChange, TouchedCase, TouchedProject } from '../contract/moves.ts'
import { changedMatters } from '../domain/changed-matters.ts'
import { chooserOf, type MoveRule } from '../domain/move-rule.ts'
import { fitting, refusalOr } from './moves.ts'

/** The catalogue in force, and what each older version differs in from it. */
interface Reading {
  readonly to: LoadedCatalogue
  readonly changesFrom: (versionId: string) => Promise<Compared>
  readonly choose: ReturnType<typeof chooserOf> | null
}

interface Compared {
  readonly old: LoadedCatalogue
  readonly changes: readonly MatterChange[]
}

/** Running projects and undecided cases that are pinned to an older version than the one in force. */
export async function readTouched(
  db: Database,
  context: RequestContext,
  { limit, after, rule, beforeStage }: InputOf<typeof listTouched>,
): Promise<OutputOf<typeof listTouched>> {
  const zoneId = zoneOf(context).id
  const reading = await readingOf(db, { rule, beforeStage })
  const { to } = reading
  const all = await runningProjects(db, zoneId)
  const older = all.filter(({ basis }) => basis.catalogueVersionId !== to.version.id)
  const rest = after === undefined ? older : older.filter(({ id }) => id > after)
  const shown = rest.slice(0, limit)
  const projects: TouchedProject[] = []
  for (const project of shown) projects.push(await touchedProject(db, context, { project, reading }))
  return {
    to: to.version,
    total: older.length,
    projects,
    next: rest.length > limit ? (shown.at(-1)?.id ?? null) : null,
    cases: await touchedCases(db, context, { reading, names: new Map(all.map(({ id, name }) => [id, name])) }),
  }
}

async function readingOf(db: Database, rule: MoveRule): Promise<Reading> {
  const to = await currentCatalogue(db)
  const known = new Map<string, Compared>()
  const asked = (rule.rule ?? '') !== '' || rule.beforeStage !== undefined
  return {
    to,
    choose: asked ? chooserOf(rule, to.compiled.factTypes) : null,
    changesFrom: async (id) => {
      const old = await pinnedCatalogue(db, id)
      const compared = known.get(id) ?? { old, changes: changedMatters(old, to) }
      known.set(id, compared)
      return compared
    },
  }
}

async function touchedProject(
  db: Database,
  context: RequestContext,
  { project, reading }: { readonly project: RunningProject; readonly reading: Reading },
): Promise<TouchedProject> {
  const { id, name, stage, condition, basis } = project
  const { to, choose } = reading
  const { old, changes } = await reading.changesFrom(basis.catalogueVersionId)
  const head = { id, name, stage, condition, version: basis.version, pinned: old.version }
  const chosen = choose === null ? null : choose({ facts: basis.facts, stage }).answer
  const fit = await refusalOr(() => fitting(db, context, { project, to }))
  if (fit instanceof Problem) {
    return { ...head, chosen, matters: [...changes], would: null, refusal: fit.text }
  }
  const [before, after] = [planFrom(fit.inputs, fit.means), planFrom(fit.after, fit.means)]
  const own = new Set([...before.matters, ...after.matters].filter((m) => m.applies !== false).map(({ code }) => code))
  const what = changeOf(before, after, fit.means.calendar)
  return {
    ...{ ...head, chosen, refusal: null },
    matters: changes.filter(({ code }) => own.has(code)),
    would: {
      in: what?.in.length ?? 0,
      out: what?.out.length ?? 0,
      earlier: what?.moved.filter(({ days }) => days < 0).length ?? 0,
      later: what?.moved.filter(({ days }) => days > 0).length ?? 0,
      milestones: what?.milestones ?? [],
    },
  }
}

async function touchedCases(
  db: Database,
  context: RequestContext,
  { reading, names }: { readonly reading: Reading; readonly names: ReadonlyMap<string, string> },
): Promise<TouchedCase[]> {
  const cases: TouchedCase[] = []
  for (const one of await casesPinnedElsewhere(db, zoneOf(context).id, reading.to.version.id)) {
    const { old, changes } = await reading.changesFrom(one.catalogueVersionId)
    cases.push({
      ...{ id: one.id, version: one.version, accepted: one.accepted, pinned: old.version },
      project: { id: one.projectId, name: names.get(one.projectId) ?? '' },
      matter: { code: one.matter, name: one.name },
      change: changes.find(({ code }) => code === one.matter) ?? null,
    })
  }
  return cases
}
