/** How a spatial plan stands on a day. */
export const planStandings = ['inForce', 'endUnknown', 'future', 'expired', 'superseded'] as const
export type PlanStanding = (typeof planStandings)[number]

export const planStandingLabels: Readonly<Record<PlanStanding, { readonly zh: string; readonly en: string }>> = {
  inForce: { zh: '✓ 有效', en: '✓ in force' },
  endUnknown: { zh: '？ 有效，期末未登记', en: '? in force, end not entered' },
  future: { zh: '○ 未到批准日期', en: '○ not yet approved' },
  expired: { zh: '▲ 已过期', en: '▲ expired' },
  superseded: { zh: '◆ 已被替代', en: '◆ superseded' },
}
