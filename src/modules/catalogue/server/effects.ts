import type { Label } from '../../../kernel/label.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { progressOf } from '../../cases/server/api.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { currentCatalogue, drafting } from '../../matters/server/api.ts'
import { type PlansBesides, plansBeside } from '../../plans/server/api.ts'
import type { Effect } from '../contract/verdicts.ts'
import { exampleProjects, type TriedProject, triedProjects } from './projects.ts'
import { getDraft } from './store.ts'

/**
 * What the draft would do: every running project of the zone, with what has happened fixed, and the examples, planned under the version in
 * force and under the draft. A draft with errors computes nothing and says the first of them.
 */
export async function effectsOf(db: Database, context: RequestContext, draftId: string) {
  const { content } = await getDraft(db, draftId)
  const refusal = drafting.refusalOf(drafting.checkCatalogue(content.catalogue, content.fees).findings)
  if (refusal) throw refusal
  const after = drafting.compileCatalogue(content.catalogue, content.fees)
  const { compiled: before } = await currentCatalogue(db)
  const zone = zoneOf(context)
  const { rows, truncated } = await triedProjects(db, zone.id)
  const effects: Effect[] = []
  for (const project of [...exampleProjects(), ...rows]) {
    const facts = [factsKnown(before, project), factsKnown(after, project)] as const
    const dropped = Object.keys(facts[0]).filter((code) => !(code in facts[1]))
    const plans = await plansBeside(db, zone, {
      ...{ before, after },
      basis: { facts, startOn: project.startOn ?? legalDayOf(context.now) },
      progress:
        project.kind === 'project'
          ? await progressOf(db, zone, { projectId: project.id, now: context.now })
          : undefined,
    })
    const effect = effectOf(project, { plans, before, after, dropped })
    if (effect) effects.push(effect)
  }
  return { effects, projects: rows.length, truncated }
}

/** A project that is pinned to an older version may have facts that a later one no longer asks for. */
function factsKnown({ factTypes }: CompiledCatalogue, { facts }: TriedProject): TriedProject['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([code]) => factTypes.has(code)))
}

interface Compared {
  readonly plans: PlansBesides
  readonly before: CompiledCatalogue
  readonly after: CompiledCatalogue
  readonly dropped: string[]
}

const shown = ['contract', 'permit', 'production'] as const

/** Null where nothing moves. */
function effectOf({ id, name, kind }: TriedProject, { plans, before, after, dropped }: Compared): Effect | null {
  const { comparison, dates } = plans
  const { milestones } = comparison
  const moved: Effect['moved'] = {}
  for (const one of shown) {
    const [old, next] = [milestones.before[one], milestones.after[one]]
    if (old !== null && next !== null && old !== next) moved[one] = next - old
  }
  const [entered, left, shifted] = [comparison.in, comparison.out, comparison.moved.length]
  if (entered.length + left.length + shifted + dropped.length === 0) return null
  return {
    ...{ id, name, kind, moved, shifted, dropped },
    before: dates.before,
    after: dates.after,
    in: entered.map(({ code }) => matterName(after, code)),
    out: left.map(({ code }) => matterName(before, code)),
  }
}

function matterName({ matters, indexOf }: CompiledCatalogue, code: string): Label {
  const matter = matters[indexOf.get(code) ?? -1]?.matter
  return matter ? { zh: matter.name_zh, en: matter.name_en } : { zh: code, en: code }
}
