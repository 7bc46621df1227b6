import type { Label } from '../../../../kernel/label.ts'
import type { Reason } from '../../contract/twins.ts'
import type { CompanyName } from './company-name.ts'
import type { ProjectName } from './project-name.ts'
import { oneSlipApart, pairsOf, shared } from './words.ts'

/**
 * Whether two leads are one: every ground is weighed and stated, a person decides. After Fellegi and Sunter 1969 (weights of agreement
 * and disagreement that add up); the weights are estimates of ours [E], measured on planted leads.
 */
export interface LeadFacts {
  readonly uscc: string | null
  readonly company: CompanyName
  readonly project: ProjectName
  /** Keyed hashes of the telephones; never the telephones. */
  readonly phones: readonly string[]
  readonly province: string | null
  readonly industryCode: string | null
  /** In yuan. */
  readonly investment: number | null
  readonly parcel: string | null
}

export interface Weighed {
  readonly score: number
  readonly verdict: 'same' | 'maybe' | null
  readonly reasons: readonly Reason[]
}

const sameFrom = 5
const maybeFrom = 2

/** `rarity` of a pair of signs among all names of the zone, 0 (in every name) to 1 (in one). */
export function likeness(a: LeadFacts, b: LeadFacts, rarity: (pair: string) => number = () => 1): Weighed {
  const grounds = [ofUscc(a, b), ofName(a, b, rarity), ofPhone(a, b), ofRegion(a, b), ofProject(a, b)]
  const reasons = grounds.filter((ground) => ground !== null)
  const score = Math.round(reasons.reduce((total, { weight }) => total + weight, 0) * 100) / 100
  const verdict = score >= sameFrom && mayBeOne(a, b, reasons) ? 'same' : score >= maybeFrom ? 'maybe' : null
  return { score, verdict, reasons }
}

/**
 * A like project alone is no proof, nor is a like firm that makes another thing. Names are unique within a registrar's region only
 * (企业名称登记管理规定 Art. 17), so that one name in two provinces wants a code or a telephone.
 */
function mayBeOne(a: LeadFacts, b: LeadFacts, reasons: readonly Reason[]): boolean {
  const strong = (code: Reason['code']) => reasons.some((reason) => reason.code === code && reason.weight > 1)
  const apart = reasons.some(({ code, weight }) => code === 'region' && weight < 0)
  const firm = strong('uscc') || strong('phone') || (strong('name') && !apart)
  const thing = productAlike(a, b)
  return firm && (thing >= 0.4 || (thing >= 0.15 && ofAmount(a, b) >= 1))
}

function ofUscc({ uscc: a }: LeadFacts, { uscc: b }: LeadFacts): Reason | null {
  if (a === null || b === null) return null
  return a === b
    ? reason('uscc', 8, { zh: '统一社会信用代码相同', en: 'The same social credit code' })
    : reason('uscc', -8, { zh: '统一社会信用代码不同', en: 'Different social credit codes' })
}

function ofName(a: LeadFacts, b: LeadFacts, rarity: (pair: string) => number): Reason {
  const [one, two] = [a.company.core, b.company.core]
  if (one === two) {
    const weight = [...one].length >= 4 ? 5 : [...one].length === 3 ? 4 : 3
    return reason('name', weight, {
      zh: `去掉地名和组织形式后同名“${one}”`,
      en: `The same name without region and form: ${one}`,
    })
  }
  if (a.company.sound === b.company.sound) {
    return reason('name', 2, { zh: `同音：“${one}”“${two}”`, en: `Names of one sound: ${one}, ${two}` })
  }
  if (Math.min([...one].length, [...two].length) >= 4 && oneSlipApart(one, two)) {
    return reason('name', 1.5, { zh: `多一字、少一字或颠倒：“${one}”“${two}”`, en: `One slip apart: ${one}, ${two}` })
  }
  const [short, long] = [one, two].toSorted((x, y) => x.length - y.length) as [string, string]
  if ([...short].length >= 2 && long.startsWith(short)) {
    return reason('name', 2.5, { zh: `“${long}”以“${short}”开头`, en: `${long} begins with ${short}` })
  }
  const alike = shared(pairsOf(one), pairsOf(two), rarity)
  if (alike >= 0.4) return reason('name', 0.5, { zh: '名称部分相同', en: 'Part of the names is the same' })
  return reason('name', -3, { zh: '名称不同', en: 'Different names' })
}

function ofPhone({ phones: a }: LeadFacts, { phones: b }: LeadFacts): Reason | null {
  if (a.length === 0 || b.length === 0) return null
  return a.some((phone) => b.includes(phone))
    ? reason('phone', 4, { zh: '联系电话相同', en: 'The same telephone' })
    : reason('phone', -0.5, { zh: '联系电话不同', en: 'Different telephones' })
}

function ofRegion(a: LeadFacts, b: LeadFacts): Reason | null {
  const [one, two] = [a.company.province ?? a.province, b.company.province ?? b.province]
  if (one === null || two === null) return null
  if (one !== two)
    return reason('region', -3, { zh: `所在省不同：${one}、${two}`, en: `Different provinces: ${one}, ${two}` })
  const cities = a.company.city !== null && a.company.city === b.company.city
  return reason('region', cities ? 0.5 : 0.25, { zh: '所在地相同', en: 'The same region' })
}

function ofProject(a: LeadFacts, b: LeadFacts): Reason | null {
  const weight = projectWeight(a, b)
  if (weight === null) return null
  return weight > 0
    ? reason('project', weight, { zh: '项目内容、投资或地块相同', en: 'The same product, investment or parcel' })
    : reason('project', weight, { zh: '项目内容、投资或行业不同', en: 'Another product, investment or industry' })
}

function projectWeight(a: LeadFacts, b: LeadFacts): number | null {
  const parts = [ofProduct(a, b), ofAmount(a, b), ofIndustry(a, b), ofParcel(a, b)].filter((part) => part !== 0)
  if (parts.length === 0) return null
  return parts.reduce((total, part) => total + part, 0)
}

const productAlike = ({ project: a }: LeadFacts, { project: b }: LeadFacts): number =>
  shared(pairsOf(a.product), pairsOf(b.product))

function ofProduct(a: LeadFacts, b: LeadFacts): number {
  const alike = productAlike(a, b)
  if (alike < 0.15) return -2
  if (alike < 0.4) return 0
  return (alike >= 0.7 ? 2 : 1) + ofAmounts(a.project.amounts, b.project.amounts)
}

/** `10万吨` in both names, or in each another amount. */
function ofAmounts(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  return a.some((one) => b.includes(one)) ? 0.5 : -1.5
}

function ofAmount({ investment: a }: LeadFacts, { investment: b }: LeadFacts): number {
  if (a === null || b === null || a === 0 || b === 0) return 0
  const ratio = Math.max(a, b) / Math.min(a, b)
  return ratio === 1 ? 1.5 : ratio <= 1.1 ? 1 : ratio <= 1.5 ? 0 : -1.5
}

/** A like industry is in the name and the product already. */
function ofIndustry({ industryCode: a }: LeadFacts, { industryCode: b }: LeadFacts): number {
  return a === null || b === null || a.slice(0, 3) === b.slice(0, 3) ? 0 : -1
}

function ofParcel({ parcel: a }: LeadFacts, { parcel: b }: LeadFacts): number {
  return a === null || b === null ? 0 : a === b ? 2 : -0.5
}

function reason(code: Reason['code'], weight: number, text: Label): Reason {
  return { code, weight, text: { zh: text.zh, en: text.en } }
}
