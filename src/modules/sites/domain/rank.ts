import { byMatch, matchOf } from '../../../kernel/match.ts'
import type { CriterionName, MatchRules } from '../contract/criteria.ts'
import type { Needs } from '../contract/needs.ts'
import { type Compared, comparisons } from './compare.ts'
import type { Site } from './site.ts'

/** `misses`: something that a site must meet is missed; `unknown`: nothing is missed that must be met, but some of it is not known. */
export type Standing = 'fits' | 'unknown' | 'misses'

export interface Ranked {
  readonly site: Site
  readonly standing: Standing
  readonly score: number
  readonly atMost: number
  readonly reasons: readonly (Compared & {
    readonly weight: number
    readonly must: boolean
    readonly outcome: Outcome
  })[]
}
export type Outcome = 'met' | 'partly' | 'missed' | 'unknown'

/** Every site of the wanted kind, the best first; those of which something decisive is not known after those that fit; misses last. */
export function rankSites(needs: Needs, sites: readonly Site[], rules: MatchRules): readonly Ranked[] {
  return sites
    .filter(({ kind }) => needs.kind === null || kind === needs.kind)
    .map((site) => ranked(needs, site, rules))
    .sort((a, b) => order[a.standing] - order[b.standing] || byMatch(a, b) || nearer(needs, a, b))
}

const order: Readonly<Record<Standing, number>> = { fits: 0, unknown: 1, misses: 2 }

function ranked(needs: Needs, site: Site, rules: MatchRules): Ranked {
  const must = (name: CriterionName) => rules.must.includes(name)
  const reasons = comparisons
    .flatMap((compare) => compare(needs, site, rules) ?? [])
    .map((one) => ({
      ...one,
      ...{ weight: rules.weights[one.name] ?? 0, must: must(one.name), outcome: outcomeOf(one, must(one.name)) },
    }))
  const { score, atMost } = matchOf(
    reasons.map(({ name, weight, degree, reason }) => ({ key: name, weight, degree, reason })),
  )
  const decisive = reasons.filter((one) => one.must).map(({ outcome }) => outcome)
  const standing = decisive.includes('missed') ? 'misses' : decisive.includes('unknown') ? 'unknown' : 'fits'
  return { site, standing, score, atMost, reasons }
}

/** A need of which a site falls short is missed where it must be met; an area within its tolerance or with a surplus is met in part. */
function outcomeOf({ name, degree }: Compared, must: boolean): Outcome {
  if (degree === null) return 'unknown'
  if (degree >= 1) return 'met'
  if (degree === 0 || (must && name !== 'area')) return 'missed'
  return 'partly'
}

function nearer({ areaMinSqm, areaMaxSqm }: Needs, a: Ranked, b: Ranked): number {
  const wanted = areaMinSqm ?? areaMaxSqm ?? 0
  return Math.abs(a.site.areaSqm - wanted) - Math.abs(b.site.areaSqm - wanted) || (a.site.name < b.site.name ? -1 : 1)
}
