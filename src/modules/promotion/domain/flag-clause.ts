import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'

/**
 * 公平竞争审查条例 (国务院令第783号, in force 2024-08-01) Art. 8–11: what measures may not contain. A rule points at a sentence that holds
 * one word of each of its groups. A flag is a question to a person: it forbids nothing by itself, and nothing is cleared by silence.
 */
export interface ClauseRule {
  readonly code: string
  readonly article: string
  readonly title: Label
  readonly advice: Label
  readonly groups: readonly (readonly string[])[]
  readonly validFrom: Day
  readonly source: string
  readonly confidence: string
}

export interface FoundFlag {
  readonly rule: ClauseRule
  /** The words it was found by, each once. */
  readonly found: readonly string[]
}

/** Flags of a clause by the rules in force on a day, in the order of the rules. */
export function flagsOf(words: string, rules: readonly ClauseRule[], day: Day): readonly FoundFlag[] {
  const sentences = words
    .normalize('NFKC')
    .replace(/[ \t]/g, '')
    .split(/[。;!?\n]/)
  return rules
    .filter(({ validFrom }) => validFrom <= day)
    .flatMap((rule) => {
      const found = [...new Set(sentences.flatMap((sentence) => foundIn(sentence, rule)))]
      return found.length === 0 ? [] : [{ rule, found }]
    })
}

/** One word of every group, the longest that stands there; nothing when a group has none. */
function foundIn(sentence: string, { groups }: ClauseRule): readonly string[] {
  const hits = groups.map(
    (group) => group.filter((word) => sentence.includes(word)).toSorted((a, b) => b.length - a.length)[0],
  )
  return hits.every((hit) => hit !== undefined) ? hits.filter((hit) => hit !== undefined) : []
}
