import type { Label } from '../../../kernel/label.ts'
import { workdayCount } from '../../../kernel/workday-count.ts'
import type { Matter, MatterInput } from '../../matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { type SwitchName, switchLabels, switchNames } from '../../zones/contract/switches.ts'
import type { AdviceItem } from '../contract/answers.ts'
import { bindingOf, isPrior } from './graph.ts'
import type { Settled } from './request.ts'

/** A lawful change that is not made yet, with the request it leads to. */
export type Candidate = Omit<AdviceItem, 'savesToPermit' | 'savesToProduction'>

export function candidatesOf(compiled: CompiledCatalogue, settled: Settled): Candidate[] {
  const switches = switchNames.filter((name) => !settled.switches[name]).map((name) => bySwitch(settled, name))
  const matters = compiled.matters.filter(
    ({ matter, applies }, rank) =>
      applies.evaluate(settled.facts) === true &&
      !matter.afterProduction &&
      !isPrior(compiled, rank, settled.standardLand),
  )
  return [
    ...switches,
    ...matters.flatMap(({ matter }) => matter.inputs.flatMap((input) => byInput(compiled, settled, matter, input))),
    ...matters.flatMap(({ matter }) => byDesk(settled, matter)),
  ]
}

function bySwitch(settled: Settled, name: SwitchName): Candidate {
  const label = switchLabels[name]
  return {
    id: `switch:${name}`,
    kind: 'switch',
    title: { zh: `全区实行${label.zh}`, en: `Zone-wide: ${label.en.toLowerCase()}` },
    actor: name === 'fastPreparation' ? 'enterprise' : 'zone',
    risk: name === 'preReview' ? draftRisk : null,
    switches: { ...settled.switches, [name]: true },
    changes: settled.changes,
  }
}

const draftRisk: Label = {
  zh: '草案提前送审，前一结果若有变化，返工的费用由企业承担。',
  en: 'Drafts are reviewed early: if the earlier result changes, the enterprise bears the cost of redoing them.',
}

const commitmentRisk: Label = {
  zh: '承诺不实或逾期不履行，决定将被撤销并记入信用。',
  en: 'If the commitment proves false or is not kept, the decision is revoked and the breach is recorded.',
}

const toleranceRisk: Label = {
  zh: '欠交材料逾期不补，受理将被撤回。',
  en: 'If the owed paper does not come in time, the acceptance is withdrawn.',
}

/** One input treated as the catalogue allows, though its switch is off. */
function byInput(compiled: CompiledCatalogue, settled: Settled, matter: Matter, input: MatterInput): Candidate[] {
  const id = `${matter.code}/${input.ref}`
  const relaxes =
    input.treatment === 'tolerable' ||
    input.treatment === 'commitment' ||
    (input.treatment === 'hard' && input.preReview)
  const held =
    bindingOf(input, { ...settled.switches, standardLand: settled.standardLand, relax: new Set() }, false) === 'start'
  if (!relaxes || !held || settled.changes.relax.includes(id)) return []
  const ref = compiled.refNames.get(input.ref) ?? { zh: input.ref, en: input.ref }
  return [
    {
      id: `relax:${id}`,
      ...inWords(matter, input, ref),
      switches: settled.switches,
      changes: { ...settled.changes, relax: [...settled.changes.relax, id] },
    },
  ]
}

function inWords(matter: Matter, input: MatterInput, ref: Label): Pick<Candidate, 'kind' | 'title' | 'actor' | 'risk'> {
  if (input.treatment === 'commitment') {
    const title = {
      zh: `“${matter.name_zh}”以承诺代替“${ref.zh}”`,
      en: `${matter.name_en}: a commitment instead of "${ref.en}"`,
    }
    return { kind: 'commitment', title, actor: 'enterprise', risk: commitmentRisk }
  }
  if (input.treatment === 'tolerable') {
    const title = { zh: `“${matter.name_zh}”容缺“${ref.zh}”`, en: `${matter.name_en}: "${ref.en}" may be owed` }
    return { kind: 'tolerance', title, actor: 'desk', risk: toleranceRisk }
  }
  const title = {
    zh: `“${matter.name_zh}”预审“${ref.zh}”草案`,
    en: `${matter.name_en}: review the draft of "${ref.en}" early`,
  }
  return { kind: 'pre-review', title, actor: 'enterprise', risk: draftRisk }
}

/** One desk keeps its promised days, or, where it promises already, one working day less; the floor stays. */
function byDesk(settled: Settled, matter: Matter): Candidate[] {
  if (matter.durationFact !== undefined) return []
  const { committed, statutory } = matter.handling
  const own = settled.changes.handling[matter.code]
  const promisedDays = committed.unit === 'workday' ? committed.days : null
  const days =
    own !== undefined
      ? own - 1
      : settled.switches.promised
        ? promisedDays === null
          ? null
          : promisedDays - 1
        : promisedDays
  const longer =
    settled.switches.promised ||
    own !== undefined ||
    statutory.unit === 'calendarDay' ||
    (promisedDays ?? 0) < statutory.days
  if (days === null || days < 0 || !longer) return []
  return [
    {
      id: `handling:${matter.code}`,
      kind: 'desk',
      title: {
        zh: `“${matter.name_zh}”在 ${days} 个工作日内办结`,
        en: `${matter.name_en}: decided within ${workdayCount(days)}`,
      },
      actor: 'desk',
      risk: null,
      switches: settled.switches,
      changes: { ...settled.changes, handling: { ...settled.changes.handling, [matter.code]: days } },
    },
  ]
}
