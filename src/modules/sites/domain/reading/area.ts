import { sqmFromHa, sqmFromMu } from '../../../../kernel/area.ts'
import type { Label } from '../../../../kernel/label.ts'
import type { Needs } from '../../contract/needs.ts'
import { amount, amountIn } from './numbers.ts'
import { about, atLeast, atMost, type Found, less, more, nearly, type Rule, rule, squareMetre } from './rule.ts'

const mu = '(?:亩|mu\\b)'
const ha = '(?:公顷|ha\\b|hectares?)'
const unit = `(${mu}|${ha}|${squareMetre}|英亩|acres?)`
/** “About” is taken as a tenth either way, and shown so. */
const aboutShare = 0.1
const aboutNote: Label = { zh: '“左右”按上下一成计', en: '“About” is taken as a tenth either way' }

export const areaRules: readonly Rule[] = [
  rule(`(?:between )?${amount} ?${unit}? ?(?:-|到|至|to|and) ?${amount} ?${unit}`, ([a, first, b, last]) => {
    const from = sqmOf(a, first ?? last)
    const to = sqmOf(b, last)
    return area({ areaMinSqm: Math.min(from, to), areaMaxSqm: Math.max(from, to) }, last)
  }),
  rule(`${amount} ?${unit}(?:地)? ?(?:或者?|or) ?${amount} ?${unit}`, ([a, first, b, last]) => ({
    ask: {
      question: { zh: '要多大？', en: 'Which size?' },
      choices: [choiceOf(a, first), choiceOf(b, last)],
    },
  })),
  rule(`${atMost} ?${amount} ?${unit}|${amount} ?${unit}${less}`, ([a, u1, b, u2]) =>
    area({ areaMaxSqm: sqmOf(a ?? b, u1 ?? u2) }, u1 ?? u2),
  ),
  rule(`${about} ?${amount} ?${unit}|${amount} ?${unit} ?${nearly}`, ([a, u1, b, u2]) => {
    const sqm = sqmOf(a ?? b, u1 ?? u2)
    const near = (share: number) => Number((sqm * share).toFixed(2))
    return area({ areaMinSqm: near(1 - aboutShare), areaMaxSqm: near(1 + aboutShare) }, u1 ?? u2, aboutNote)
  }),
  rule(`${atLeast}? ?${amount} ?${unit} ?${more}?`, ([a, u]) => area({ areaMinSqm: sqmOf(a, u) }, u)),
  rule('大块|大一点|大一些|面积大|面积要大|小一点|小块|big(?:ger)?|large|small(?:er)?', () => ({
    ask: {
      question: { zh: '要多大面积？请写出亩数或平方米。', en: 'How large? Say so in mu, ha or m².' },
      choices: [],
    },
  })),
]

/** A number that nothing else took, where no area is known yet. */
export function bareNumber(words: string): Found {
  const choices = (['亩', '公顷', 'm2'] as const).map((one) => choiceOf(words, one))
  const question = { zh: `“${words}”是亩、公顷还是平方米？`, en: `Is “${words}” in mu, hectares or m²?` }
  return { ask: { question, choices } }
}

function area(set: Partial<Needs>, said: string | undefined, note?: Label): Found {
  const land = new RegExp(`^(?:${mu}|${ha}|英亩|acres?)$`, 'u').test(said ?? '')
  return { set: land ? { kind: 'land', ...set } : set, ...(note && { note }) }
}

function choiceOf(words: string | undefined, said: string | undefined) {
  const sqm = sqmOf(words, said)
  const name = said === 'm2' ? { zh: '平方米', en: 'm²' } : said === '公顷' ? { zh: '公顷', en: 'ha' } : null
  const label = name ?? (said === '亩' ? { zh: '亩', en: 'mu' } : { zh: said ?? '', en: said ?? '' })
  return {
    label: { zh: `${words} ${label.zh}`, en: `${words} ${label.en}` },
    set: area({ areaMinSqm: sqm }, said).set ?? {},
  }
}

function sqmOf(words: string | undefined, said: string | undefined): number {
  const value = amountIn(words ?? '')
  if (/亩/.test(said ?? '') && !/英/.test(said ?? '')) return Number(sqmFromMu(value))
  if (/^mu/.test(said ?? '')) return Number(sqmFromMu(value))
  if (new RegExp(`^${ha}$`, 'u').test(said ?? '')) return Number(sqmFromHa(value))
  // The international acre.
  if (/英亩|acre/.test(said ?? '')) return Number((value * 4046.8564224).toFixed(2))
  return value
}
