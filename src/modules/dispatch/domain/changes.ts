/** 调度会表：与上次会议相比变了什么。What happened after the day of the last meeting, in words. */
import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'

export interface Happenings {
  readonly milestones: readonly { readonly title: string; readonly doneOn: Day | null }[]
  readonly raised: readonly { readonly title: string; readonly on: Day }[]
  readonly closed: readonly { readonly title: string; readonly on: Day }[]
  /** Percent by the last two reports. */
  readonly actual: number | null
  readonly before: number | null
}

/** Without an earlier meeting only the month itself is compared. */
export function changesSince({ milestones, raised, closed, actual, before }: Happenings, since: Day | null): Label[] {
  const after = (day: Day | null) => day !== null && since !== null && day > since
  const moved = actual !== null && before !== null ? Math.round((actual - before) * 10) / 10 : null
  return [
    ...(moved === null || moved === 0 ? [] : [movedBy(moved)]),
    ...milestones
      .filter(({ doneOn }) => after(doneOn))
      .map(({ title, doneOn }) => ({
        zh: `节点“${title}”已于 ${doneOn} 实现`,
        en: `Milestone "${title}" reached on ${doneOn}`,
      })),
    ...raised
      .filter(({ on }) => after(on))
      .map(({ title }) => ({ zh: `新堵点：${title}`, en: `New bottleneck: ${title}` })),
    ...closed
      .filter(({ on }) => after(on))
      .map(({ title }) => ({ zh: `堵点了结：${title}`, en: `Bottleneck closed: ${title}` })),
  ]
}

function movedBy(points: number): Label {
  return points > 0
    ? { zh: `进度比上月多 ${points} 个百分点`, en: `${points} points more than the month before` }
    : { zh: `进度比上月少 ${-points} 个百分点`, en: `${-points} points less than the month before` }
}
