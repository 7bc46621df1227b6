import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { type Level, levelLabels, levels } from '../contract/level.ts'

export interface Waiting {
  readonly id: string
  readonly level: Level
  readonly appliedOn: Day
  readonly family: number
  readonly rentAllowance: boolean
}

export interface Placed<T extends Waiting> {
  readonly waiting: T
  /** From 1. */
  readonly position: number
  readonly reason: Label
  readonly hindrance: Label | null
}

/**
 * 轮候: the higher level first, of one level who applied earlier, of one day the larger household, then by id so that nobody can be moved by
 * chance. Who draws a rent allowance keeps the place and is passed over until it ends (no double use).
 */
export function queueOf<T extends Waiting>(all: readonly T[]): Placed<T>[] {
  return all.toSorted(compare).map((waiting, i) => ({
    ...{ waiting, position: i + 1 },
    reason: {
      zh: `${levelLabels[waiting.level].zh}，${waiting.appliedOn} 申请，${waiting.family} 人同住`,
      en: `${levelLabels[waiting.level].en}, applied on ${waiting.appliedOn}, household of ${waiting.family}`,
    },
    hindrance: waiting.rentAllowance
      ? { zh: '正在领租房补贴，停发后才能分配', en: 'Draws a rent allowance: allotted once that has ended' }
      : null,
  }))
}

function compare(a: Waiting, b: Waiting): number {
  const level = levels.indexOf(a.level) - levels.indexOf(b.level)
  if (level !== 0) return level
  if (a.appliedOn !== b.appliedOn) return a.appliedOn < b.appliedOn ? -1 : 1
  if (a.family !== b.family) return b.family - a.family
  return a.id < b.id ? -1 : 1
}
