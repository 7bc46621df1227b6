import { clockOn, type Moment } from '../../../kernel/clock-state.ts'
import { workdaysBetween } from '../../../kernel/workdays.ts'
import type { Circumstances } from './circumstances.ts'
import { isEnded } from './clocks.ts'
import type { Action, CaseFacts } from './facts.ts'
import { refuse } from './refuse.ts'

/** A cap on what one enterprise may owe at a time, where the zone has one (domain/zones.md 6: proposal; as rule data). */
export function refuseManyOwed(owed: number, { rules, owedElsewhere = 0 }: Circumstances): void {
  const cap = rules?.owedCap ?? null
  if (cap === null || owed === 0 || owedElsewhere + owed <= cap) return
  throw refuse(
    'too_many_owed',
    {
      zh: `该企业已有 ${owedElsewhere} 份容缺材料未补，本区上限 ${cap} 份；请先补齐或要求先交材料。`,
      en: `The enterprise owes ${owedElsewhere} papers already and may owe ${cap} in this zone: have some supplied first.`,
    },
    { owed, owedElsewhere, cap },
  )
}

/**
 * Where the zone's rule refuses what lapsed (滨州 2020 第11条: 逾期未补齐的不予许可), a case with a lapsed paper does not pass, with or
 * without tolerance, until the paper is there.
 */
export function refuseLapsed(facts: CaseFacts, { rules, ...moment }: Circumstances): void {
  if (rules?.owedLapse !== 'refuse') return
  const lapsed = facts.clocks.filter(
    (item) => item.kind === 'owed' && !isEnded(item) && clockOn(item.clock, moment).colour === 'overdue',
  )
  const names = facts.papers.filter(({ ref }) => lapsed.some((item) => item.ref === ref)).map(({ name }) => name)
  if (names.length === 0) return
  throw refuse('owed_lapsed', {
    zh: `容缺材料“${names.map(({ zh }) => zh).join('、')}”已逾期，按本区规则不予许可：请等补齐，或办结为“不通过”。`,
    en: `Owed papers have lapsed (${names.map(({ en }) => en).join(', ')}): by the zone's rule the case cannot pass without them.`,
  })
}

/** An owed paper that came: how many working days after its day, 0 when it was in time. */
export interface OwedMet {
  readonly ref: string
  readonly dueOn: string | null
  readonly late: number
}

/** What a supply says of each paper that it brings, for whoever keeps the enterprise's credit. */
export function metBy(before: CaseFacts, { on, papers }: Action, { calendar }: Pick<Moment, 'calendar'>): OwedMet[] {
  return papers.map(({ ref }) => {
    const clock = before.clocks.find((item) => item.kind === 'owed' && item.ref === ref && !isEnded(item))
    const dueOn = clock ? clockOn(clock.clock, { calendar, today: on }).dueOn : null
    return { ref, dueOn, late: dueOn === null || on <= dueOn ? 0 : workdaysBetween(calendar, dueOn, on) }
  })
}
