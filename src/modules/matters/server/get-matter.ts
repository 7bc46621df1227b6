import type { OutputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../../platform/module.ts'
import type { Matter } from '../contract/catalogue.ts'
import type { CompiledCatalogue } from '../contract/compiled.ts'
import type { getMatter as contract } from '../contract.ts'
import { currentCatalogue } from './api.ts'

/** One matter with everything around it: papers, who produces what it needs, who needs what it gives, facts, fees. */
export async function getMatter(db: Database, code: string): Promise<OutputOf<typeof contract>> {
  const { version, catalogue, fees, compiled } = await currentCatalogue(db)
  const matter = compiled.matters[compiled.indexOf.get(code) ?? -1]
  if (!matter) {
    throw new Problem('not_found', 'matters.unknown', {
      zh: `事项目录中没有“${code}”。`,
      en: `The catalogue has no matter "${code}".`,
    })
  }
  const found = matter.matter
  const ownFees = compiled.fees.filter(({ fee }) => fee.matter === code)
  const read = new Set([
    ...matter.applies.reads,
    ...(found.durationFact === undefined ? [] : [found.durationFact]),
    ...ownFees.flatMap(({ amount, waiver }) => [...amount.reads, ...(waiver?.reads ?? [])]),
  ])
  return {
    version,
    matter: found,
    stageName: catalogue.stages[found.stage] ?? found.stage,
    papers: found.inputs.flatMap(({ ref }) => compiled.papers.get(ref) ?? []),
    producers: producersOf(found, compiled),
    consumers: consumersOf(found, compiled),
    facts: [...catalogue.facts, ...fees.facts].filter((fact) => read.has(fact.code)),
    fees: ownFees.map(({ fee }) => fee),
    confidence: catalogue.confidence,
  }
}

type Names = Pick<Matter, 'code' | 'name_zh' | 'name_en'>

function namesOf({ code, name_zh, name_en }: Matter): Names {
  return { code, name_zh, name_en }
}

/** Inputs that are outcomes of other matters, with those matters; papers have no producer. */
function producersOf(matter: Matter, { producersOf, matters, refNames }: CompiledCatalogue) {
  return matter.inputs.flatMap(({ ref }) => {
    const ranks = producersOf.get(ref)
    if (!ranks) return []
    const name = refNames.get(ref)
    const producers = ranks.flatMap((rank) => matters[rank]?.matter ?? []).map(namesOf)
    return [{ ref, name_zh: name?.zh ?? ref, name_en: name?.en ?? ref, matters: producers }]
  })
}

function consumersOf(matter: Matter, { matters }: CompiledCatalogue) {
  return matter.outputs.map((output) => ({
    output: output.code,
    matters: matters
      .map((other) => other.matter)
      .filter((other) => other.inputs.some((input) => input.ref === output.code))
      .map(namesOf),
  }))
}
