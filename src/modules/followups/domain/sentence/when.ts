import type { Deadline } from '../../contract/sentence.ts'
import { type Given, type WhenRule, whenRules } from './when-rules.ts'

/** Words for a day at a place of the sentence. */
export interface FoundWhen {
  readonly from: number
  readonly to: number
  readonly days: readonly Deadline[]
  /** One day that need not be asked for. */
  readonly clear: boolean
  /** 前, 之前, 内 stand with it: a limit, not a date that is spoken of. */
  readonly limit: boolean
}

const until = /^(?:之前|以前|前|截止|为止)/
/** A day that is spoken of: what happened on it, or what it is for. */
const mention = /^(?:的|会上|会议|上会|例会|收到|提出|下发|反映|说|那)/
const before = /(?:在|于|到|至|限|请于|务必在)$/

/** Every expression for a day, from left to right; none within another. */
export function findWhens(sentence: string, given: Given): FoundWhen[] {
  const found: FoundWhen[] = []
  for (let at = 0; at < sentence.length; ) {
    const hit = at === 0 || !/\d/.test(sentence[at - 1] ?? '') ? hitAt(sentence, at, given) : null
    if (hit) found.push(hit)
    at = hit ? hit.to : at + 1
  }
  return found
}

const compiled = whenRules.map((rule) => ({ rule, shape: new RegExp(rule.words, 'y') }))

function hitAt(sentence: string, at: number, given: Given): FoundWhen | null {
  for (const { rule, shape } of compiled) {
    shape.lastIndex = at
    const hit = shape.exec(sentence)
    if (hit) return foundOf(sentence, { rule, at, hit }, given)
  }
  return null
}

function foundOf(
  sentence: string,
  { rule, at, hit }: { readonly rule: WhenRule; readonly at: number; readonly hit: RegExpExecArray },
  given: Given,
): FoundWhen {
  const [words = '', ...parts] = hit
  const suffix = until.exec(sentence.slice(at + words.length))?.[0] ?? ''
  const lead = before.exec(sentence.slice(0, at))?.[0] ?? ''
  const to = at + words.length + suffix.length
  const said = sentence.slice(at, to)
  const days = rule.means(parts, given).map((meant) => ({ ...meant, said }))
  const different = days.filter((one, i) => days.findIndex(({ on }) => on === one.on) === i)
  const limit = suffix !== '' || /内$/.test(words)
  const spokenOf = !limit && mention.test(sentence.slice(to))
  const clear = rule.vague !== true && days.length === 1 && !spokenOf
  return { from: at - lead.length, to, days: different, clear, limit }
}
