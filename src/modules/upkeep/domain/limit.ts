/** 维修时限按紧急程度（开发区维修管理规则，作为数据）: hours run day and night from the report, and anew from a report that it is still broken. */
import type { FaultState, FaultVerb } from '../contract/words.ts'

export interface Hours {
  readonly takeHours: number
  readonly mendHours: number
}

export interface TimedAct {
  readonly verb: FaultVerb
  readonly at: Date
}

const hourMs = 3_600_000

/** When the hours began: at the report, or when it was reported again. */
export function beganAt(reportedAt: Date, acts: readonly TimedAct[]): Date {
  return acts.findLast(({ verb }) => verb === 'reopen')?.at ?? reportedAt
}

/** By when the next step is due: taking it, then mending it; null when nothing is due or no rule holds. */
export function dueAt(state: FaultState, began: Date, hours: Hours | null): Date | null {
  if (hours === null || state === 'done' || state === 'dropped') return null
  const within = state === 'reported' ? hours.takeHours : hours.mendHours
  return new Date(began.getTime() + within * hourMs)
}

/** Whole hours past it; the first begins with the first moment after. */
export function hoursLate(due: Date | null, now: Date): number {
  return due === null ? 0 : Math.max(Math.ceil((now.getTime() - due.getTime()) / hourMs), 0)
}
