import type { Label } from '../../../kernel/label.ts'
import { type AssessmentKind, assessmentLabels, type Effect, type GroundFinding } from '../contract/assessment.ts'
import type { LandKind, ServiceLevel } from '../contract/parcel.ts'
import { isOfClass } from './codes.ts'

/*
 * Readiness of standard land: 优化营商环境条例 Art. 42 (the zone assesses, the single project is not asked again); 浙江省保障“最多跑一次”
 * 改革规定 (2018) Art. 22–24: effect by matter, negative list of projects that are still assessed singly.
 */

/** A published assessment. `parcelCodes` empty: it is of the whole zone. */
export interface Assessed {
  readonly title: string
  readonly kind: AssessmentKind
  readonly parcelCodes: readonly string[]
  readonly approvedOn: string
  readonly validUntil: string | null
  readonly effect: Effect
  readonly finding: GroundFinding
  readonly negativeIndustries: readonly string[]
  readonly document: string
}

/** What is known of an assessed matter: whether land needs it, and the fact of the catalogue that its finding settles. */
export interface KindRule {
  readonly kind: AssessmentKind
  readonly required: boolean
  readonly fact: string | null
}

export interface Ground {
  readonly code: string
  readonly name: string
  readonly landKind: LandKind
  readonly registeredSqm: number
  readonly serviceLevel: ServiceLevel
  readonly converted: boolean | null
}

/** A parcel on a day; with an industry as a project of it sees the parcel, null when the industry is not known. */
export interface Asked {
  readonly ground: Ground
  readonly assessments: readonly Assessed[]
  readonly rules: readonly KindRule[]
  readonly day: string
  readonly industry?: string | null
}

/** Assessments that hold for the parcel on the day: of each matter the one approved last. */
export function holdingFor({ ground, assessments, day }: Asked): Assessed[] {
  const known = new Map<AssessmentKind, Assessed>()
  for (const one of assessments) {
    if (!covers(one, ground.code) || one.approvedOn > day || (one.validUntil !== null && one.validUntil < day)) continue
    const other = known.get(one.kind)
    if (!other || other.approvedOn < one.approvedOn) known.set(one.kind, one)
  }
  return [...known.values()]
}

const covers = ({ parcelCodes }: Assessed, code: string): boolean =>
  parcelCodes.length === 0 || parcelCodes.includes(code)

/** Whether the project must be assessed singly all the same; of an unknown industry only an empty list says no. */
export function isNegative({ negativeIndustries }: Assessed, industry: string | null | undefined): boolean | null {
  if (industry === undefined || negativeIndustries.length === 0) return false
  if (industry === null) return null
  return negativeIndustries.some((prefix) => isOfClass(industry, prefix))
}

/** Why required assessments are not there; empty: the parcel is assessed. */
export function assessmentGaps(asked: Asked): Label[] {
  const holding = new Map(holdingFor(asked).map((one) => [one.kind, one]))
  return asked.rules.filter(({ required }) => required).flatMap(({ kind }) => gapOf(kind, holding.get(kind), asked))
}

function gapOf(kind: AssessmentKind, held: Assessed | undefined, asked: Asked): Label[] {
  const name = assessmentLabels[kind]
  if (held === undefined) return [missing(kind, asked)]
  const negative = isNegative(held, asked.industry)
  if (negative === false) return []
  if (negative === null) {
    return [
      {
        zh: `项目行业未填写，无法判断是否在“${name.zh}”区域评估的负面清单内`,
        en: `the industry of the project is not known, so nobody can say whether the negative list of "${name.en}" holds it`,
      },
    ]
  }
  return [
    {
      zh: `行业 ${asked.industry} 在“${name.zh}”区域评估的负面清单内，要单独评估`,
      en: `industry ${asked.industry} is on the negative list of "${name.en}" and is assessed singly`,
    },
  ]
}

function missing(kind: AssessmentKind, { ground, assessments, day }: Asked): Label {
  const name = assessmentLabels[kind]
  const ended = assessments
    .filter((one) => one.kind === kind && covers(one, ground.code) && one.validUntil !== null && one.validUntil < day)
    .map(({ validUntil }) => validUntil ?? '')
    .toSorted()
    .at(-1)
  return ended === undefined
    ? { zh: `没有公布“${name.zh}”区域评估`, en: `no regional assessment "${name.en}" is published` }
    : { zh: `“${name.zh}”区域评估已于 ${ended} 到期`, en: `the regional assessment "${name.en}" ended on ${ended}` }
}

/** What keeps an assessed parcel from being ready for supply (净地). */
export function servicingGaps({ ground }: Asked): Label[] {
  const gaps: Label[] = []
  if (ground.converted !== true) {
    gaps.push(
      ground.converted === false
        ? { zh: '农转用和征收未完成', en: 'conversion and expropriation are not done' }
        : { zh: '未登记农转用和征收是否完成', en: 'nobody has entered whether conversion and expropriation are done' },
    )
  }
  if (ground.serviceLevel === 'raw') gaps.push({ zh: '还是生地，没有完成净地整理', en: 'it is raw land, not cleared' })
  return gaps
}
