import type { LeadFacts } from './likeness.ts'
import { pairsOf } from './words.ts'

/**
 * By what a lead is looked up: leads that share no token are never compared, so that ten thousand need not be held against ten thousand.
 * The prefix says what it is: code, telephone (keyed hash), neighbouring signs and sound of the name, parcel, size with industry.
 */
export function tokensOf(facts: LeadFacts): readonly string[] {
  const { uscc, phones, company, parcel, investment, industryCode, project } = facts
  return [
    ...(uscc === null ? [] : [`u:${uscc}`]),
    ...phones.map((phone) => `p:${phone}`),
    ...pairsOf(company.core).map((pair) => `n:${pair}`),
    `s:${company.sound}`,
    ...(parcel === null ? [] : [`l:${parcel}`]),
    ...(investment === null || industryCode === null
      ? []
      : [`i:${investment}:${industryCode.slice(0, 3)}:${project.product}`]),
  ]
}
