import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { monthsLater } from '../../../kernel/months.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { RepairState } from '../contract/causes.ts'
import { countsOn, type EntryFacts } from './credit.ts'

export interface RepairableEntry extends EntryFacts {
  /** Days after which repair may be asked for; null: never. */
  readonly repairAfterDays: number | null
  readonly repairLeavesMonths: number | null
  /** State of the latest application; null when there was none. */
  readonly repair: RepairState | null
}

/** The first day on which repair may be asked for; null where there is nothing to repair. */
export function repairFrom({ points, happenedOn, repairAfterDays }: RepairableEntry): Day | null {
  if (points >= 0 || repairAfterDays === null) return null
  return dayFromNumber(dayNumber(happenedOn) + repairAfterDays)
}

/**
 * Why the repair of an entry (信用修复) cannot be asked for on a day, or null. 国办发〔2020〕42号 asks for repair and complaint channels;
 * after how many days is data of the rule by which the entry was made.
 */
export function refusalOfRepair(entry: RepairableEntry, today: Day): Problem | null {
  const from = repairFrom(entry)
  if (from === null) {
    return refuse('not_repairable', {
      zh: '这一笔不能申请修复，到期自动失效。',
      en: 'This entry cannot be repaired; it ends by itself.',
    })
  }
  if (entry.repair === 'applied') {
    return refuse('repair_pending', {
      zh: '这一笔的修复申请正在审核，请等结果。',
      en: 'The repair of this entry was asked for already: wait for the decision.',
    })
  }
  if (!countsOn(entry, today)) {
    return refuse('no_effect', { zh: '这一笔已经失效，不用修复。', en: 'This entry has no effect any more.' })
  }
  if (today < from) {
    return refuse('too_early', { zh: `${from} 起可以申请修复。`, en: `Repair may be asked for from ${from} on.` })
  }
  return null
}

/** The first day on which a repaired entry counts no more: its rule ends it at once or leaves it some months. */
export function repairedFrom({ repairLeavesMonths }: RepairableEntry, grantedOn: Day): Day {
  return monthsLater(grantedOn, repairLeavesMonths ?? 0)
}

function refuse(reason: string, text: { zh: string; en: string }): Problem {
  return new Problem('rule_violated', `credit.${reason}`, text)
}
