import type { Day } from '../../../../kernel/calendar.ts'
import type { Ask, Needs, NeedsReading, Said } from '../../contract/needs.ts'
import { noNeeds } from '../../contract/needs.ts'
import { areaRules, bareNumber } from './area.ts'
import { buildingRules } from './building.ts'
import { normalise } from './numbers.ts'
import { powerRules } from './power.ts'
import { dayRules, industryRules, moneyRules } from './project.ts'
import type { Found, Rule } from './rule.ts'
import { utilityRules } from './utilities.ts'

/** Rules with units and heads of their own go before those that take a bare word; what a rule took, no later one sees. */
const rules: readonly Rule[] = [
  ...[...moneyRules, ...dayRules],
  ...[...powerRules, ...utilityRules, ...buildingRules, ...areaRules, ...industryRules],
]

/** Stands where words were taken; a sign that nobody types. */
const taken = '\ue000'
const filler =
  /想要|我们?|需要|希望|最好|要求|要|找|求|想|一块|一处|一个|一些|项目|企业|公司|客户|投资方|供应|提供|同时|并且|而且|以及|还|并|和|与|及|有|带|做|搞|建设?|建|生产|的|地|在|是|需|请|帮|供电|电|可以|能|块|处|个|也|都|行|面积|左右|工厂|厂|\b(?:we|our|a|an|the|and|with|of|for|in|to|need|needs|want|wants|looking|find|site|please|is|are|should|have|has|it|at|on|some|about|by|client|company|factory|making|make|produce|production)\b/gu

/** Reads what an investor wants by rules alone. Nothing is guessed: what may mean several things is asked, what meant nothing is told. */
export function readNeeds(sentence: string, given: { readonly today: Day }): NeedsReading {
  const needs: Partial<Needs> = {}
  const said: (Said & { readonly at: number })[] = []
  const asks: (Ask & { readonly at: number })[] = []
  const areas: (Found & { readonly words: string; readonly at: number })[] = []
  let text = normalise(sentence)
  const keep = (found: Found, words: string, at: number) => {
    for (const [field, value] of Object.entries(found.set ?? {})) {
      if (field === 'kind' && needs.kind !== undefined) continue
      if (field === 'industryCode' && needs.industryCode) continue
      Object.assign(needs, { [field]: value })
      said.push({ field, words, note: found.note ?? null, at })
    }
    if (found.ask) asks.push({ words, ...found.ask, at })
  }
  for (const { words, means } of rules) {
    text = text.replace(words, (match: string, ...rest: unknown[]) => {
      const at = rest.find((one) => typeof one === 'number') as number
      const parts = rest.slice(0, rest.indexOf(at)) as (string | undefined)[]
      if (match.trim() === '') return match
      const found = means(parts, given)
      if (found === null) return match
      if (found.set?.areaMinSqm !== undefined || found.set?.areaMaxSqm !== undefined)
        areas.push({ ...found, words: match.trim(), at })
      else keep(found, match.trim(), at)
      return taken.repeat(match.length)
    })
  }
  for (const found of settled(areas)) keep(found, found.words, found.at)
  const hasArea = areas.length > 0 || asks.some(({ choices }) => choices.some(({ set }) => set.areaMinSqm))
  text = text.replace(/\d[\d,]*(?:\.\d+)?/g, (match, at: number) => {
    if (hasArea) return match
    keep(bareNumber(match), match, at)
    return taken.repeat(match.length)
  })
  const order = <T extends { readonly at: number }>(list: readonly T[]) => [...list].sort((a, b) => a.at - b.at)
  return {
    needs: { ...noNeeds, ...needs },
    said: order(said).map(({ at: _, ...rest }) => rest),
    asks: order(asks).map(({ at: _, ...rest }) => rest),
    unread: unreadOf(text),
  }
}

/** One area is it; a lower and an upper bound belong together; of several nothing is chosen. */
function settled(areas: readonly (Found & { readonly words: string; readonly at: number })[]) {
  const sets = areas.map(({ set }) => set ?? {})
  const bounds = sets.length === 2 && sets.some((s) => !s.areaMaxSqm) && sets.some((s) => !s.areaMinSqm)
  if (areas.length < 2 || bounds) return areas
  const [first] = areas
  if (!first) return []
  const choices = areas.map(({ words, set }) => ({ label: { zh: words, en: words }, set: set ?? {} }))
  const sum = sets.reduce((total, set) => total + (set.areaMinSqm ?? set.areaMaxSqm ?? 0), 0)
  const whole = { label: { zh: '合计', en: 'All together' }, set: { ...sets[0], areaMinSqm: sum } }
  const question = { zh: '说了几个面积，按哪个找？', en: 'Several areas were said: which is looked for?' }
  return [{ ask: { question, choices: [...choices, whole] }, words: first.words, at: first.at }]
}

function unreadOf(text: string): string[] {
  return text
    .split(/[\ue000，,。；;：:、！!？?（）()\n]+/u)
    .map((part) => part.replace(filler, ' ').trim().replace(/\s+/g, ' '))
    .filter((part) => /\p{Script=Han}{2}|[a-z]{3}|\d/u.test(part))
}
