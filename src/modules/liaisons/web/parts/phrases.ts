import { type Day, dayFromNumber, dayNumber } from '../../../../kernel/calendar.ts'

/** What agents write most: one tap instead of typing in the rain. */
export const phrases = [
  { kind: 'call', text: { zh: '已通话，企业在准备材料', en: 'Called: the enterprise prepares its papers' } },
  { kind: 'call', text: { zh: '没有接通，稍后再打', en: 'Not reached: call again' } },
  { kind: 'visit', text: { zh: '已上门，材料已收齐', en: 'Visited: papers are complete' } },
  { kind: 'site', text: { zh: '看过现场，施工正常', en: 'On site: building goes on' } },
  { kind: 'site', text: { zh: '看过现场，停工待料', en: 'On site: stopped, waits for material' } },
  { kind: 'meeting', text: { zh: '已会商，部门答复后再报', en: 'Met: to go on when the office answers' } },
] as const

/** Some calendar days after a legal day. */
export function dayAfter(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}
