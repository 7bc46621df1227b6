import { z } from 'zod'
import { clockColours } from '../../../kernel/clock-state.ts'
import type { Label } from '../../../kernel/label.ts'

/**
 * The clocks of a case. receipt: 5 working days to ask for correction or to accept (行政许可法 第32条); recheck: the same after
 * the correction; statutory and promised: the limits of the pinned catalogue, from acceptance to decision (第42条);
 * delivery: 10 working days (第44条); owed: one for each owed paper that has days of its own, or is owed until the decision;
 * procedure: the length of a special procedure as it was promised in writing (第45条); opinion: one for each department that was asked.
 */
export const clockKinds = [
  'receipt',
  'recheck',
  'statutory',
  'promised',
  'delivery',
  'owed',
  'procedure',
  'opinion',
] as const
export const ClockKind = z.enum(clockKinds)
export type ClockKind = z.infer<typeof ClockKind>

export const clockKindLabels: Readonly<Record<ClockKind, Label>> = {
  receipt: { zh: '接件后告知期限', en: 'Answer after receipt' },
  recheck: { zh: '补正后受理期限', en: 'Answer after correction' },
  statutory: { zh: '法定时限', en: 'Statutory limit' },
  promised: { zh: '承诺时限', en: 'Promised limit' },
  delivery: { zh: '送达期限', en: 'Delivery' },
  owed: { zh: '容缺补交期限', en: 'Owed paper' },
  procedure: { zh: '特别程序告知时长', en: 'Promised length of the special procedure' },
  opinion: { zh: '征求意见期限', en: 'Opinion asked for' },
}

export const CaseClock = z.object({
  kind: ClockKind,
  /** The owed paper, or the department whose opinion was asked for; null for the others. */
  ref: z.string().nullable(),
  unit: z.enum(['workday', 'calendarDay']),
  ended: z.boolean(),
  /** As kernel/clock-state derives it for today with the zone's calendar; days in the clock's own unit. */
  total: z.number(),
  used: z.number(),
  left: z.number(),
  dueOn: z.string().nullable(),
  late: z.number(),
  colour: z.enum(clockColours),
  provisional: z.boolean(),
  entries: z.array(
    z.object({
      kind: z.enum(['started', 'suspended', 'resumed', 'extended', 'ended']),
      on: z.string(),
      reason: z.string().nullable(),
      paper: z.string().nullable(),
      /** Promised length of a suspension, or days of an extension. */
      days: z.number().nullable(),
    }),
  ),
})
export type CaseClock = z.infer<typeof CaseClock>

/** Shape and words come before colour: ▲ overdue, △ warning, ○ normal, ‖ suspended, ○✓ done. */
export const lightKinds = ['overdue', 'warning', 'normal', 'suspended', 'done'] as const
export const Light = z.object({
  kind: z.enum(lightKinds),
  /** One sentence that says why. */
  text: z.object({ zh: z.string(), en: z.string() }),
})
export type Light = z.infer<typeof Light>

export const lightMarks: Readonly<Record<(typeof lightKinds)[number], string>> = {
  overdue: '▲',
  warning: '△',
  normal: '○',
  suspended: '‖',
  done: '○✓',
}
