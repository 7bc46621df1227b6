import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import type { Database } from '../../../platform/module.ts'
import type { Matter } from '../contract/catalogue.ts'
import { limitLabel } from '../contract/labels.ts'
import type { listMatters as contract, MatterRow } from '../contract.ts'
import { currentCatalogue } from './api.ts'

/** The matters of the catalogue in force, in the planner's order, narrowed by stage, kind and words; an empty word narrows nothing. */
export async function listMatters(db: Database, query: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const { version, catalogue, compiled } = await currentCatalogue(db)
  const words = foldText(query.q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const rows = compiled.matters
    .map(({ matter }) => matter)
    .filter((matter) => !query.stage || matter.stage === query.stage)
    .filter((matter) => !query.kind || matter.kind === query.kind)
    .filter((matter) => hasWords(matter, words))
    .map((matter) => rowOf(matter, (ref) => compiled.papers.has(ref)))
  const stages = Object.entries(catalogue.stages).map(([code, name]) => ({ code, name }))
  return { version, stages, rows }
}

/** Every word stands somewhere in code, names, authority or the names of what the matter ends in: many know a permit and not its procedure. */
function hasWords({ code, name_zh, name_en, authority, outputs }: Matter, words: readonly string[]): boolean {
  const papers = outputs.flatMap((output) => [output.name_zh, output.name_en])
  const text = foldText([code, name_zh, name_en, authority, ...papers].join('\n'))
  return words.every((word) => text.includes(word))
}

/** Full-width letters and capitals are the same as plain ones. */
function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function rowOf(matter: Matter, isPaper: (ref: string) => boolean): MatterRow {
  const { statutory, committed } = matter.handling
  const sources = matter.handlingSource
  const marks = [...matter.basis.map((basis) => basis.confidence), sources?.statutory, sources?.committed]
  return {
    code: matter.code,
    name_zh: matter.name_zh,
    name_en: matter.name_en,
    stage: matter.stage,
    kind: matter.kind,
    authority: matter.authority,
    initiator: matter.initiator,
    statutory: limitLabel(statutory).zh,
    committed: limitLabel(committed).zh,
    limits: { statutory, committed },
    papers: matter.inputs.filter((input) => isPaper(input.ref)).length,
    confidence: [...new Set(marks.filter((mark) => mark !== undefined))].sort(),
  }
}
