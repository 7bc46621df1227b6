/** 建筑法 Art. 9 [V]: a start may be put off twice, by at most three months each. The agreed day moves by what was granted. */
import type { Day } from '../../../kernel/calendar.ts'
import { monthsLater } from '../../../kernel/months.ts'
import { Problem } from '../../../kernel/problem.ts'

interface ExtensionRule {
  readonly times: number
  readonly months: number
}

export function startDueOn(agreedOn: Day, extensions: readonly { readonly months: number }[]): Day {
  return monthsLater(
    agreedOn,
    extensions.reduce((sum, { months }) => sum + months, 0),
  )
}

/**
 * @throws Problem rule_violated `promises.no_more_extensions | promises.extension_too_long`
 */
export function refuseExtension(given: number, months: number, rule: ExtensionRule): void {
  if (given >= rule.times) {
    throw new Problem('rule_violated', 'promises.no_more_extensions', {
      zh: `开工已延期 ${given} 次，最多 ${rule.times} 次（建筑法第9条）。`,
      en: `The start was put off ${given} times already; ${rule.times} is the most.`,
    })
  }
  if (months <= rule.months) return
  throw new Problem('rule_violated', 'promises.extension_too_long', {
    zh: `每次延期不超过 ${rule.months} 个月（建筑法第9条）。`,
    en: `At most ${rule.months} months each time.`,
  })
}
