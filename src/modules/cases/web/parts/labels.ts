import type { Label } from '../../../../kernel/label.ts'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import type { treatments } from '../../../matters/contract/catalogue.ts'
import { parseSupplyBy } from '../../../matters/contract/supply-by.ts'
import type { lightKinds } from '../../contract/clock.ts'
import { type PaperStatus, paperStatusLabels } from '../../contract/paper.ts'
import type { OpinionKind } from '../../contract/review.ts'

export const lightWords: Readonly<Record<(typeof lightKinds)[number], Label>> = {
  overdue: { zh: '超期', en: 'Overdue' },
  warning: { zh: '临期', en: 'Due soon' },
  normal: { zh: '正常', en: 'In time' },
  suspended: { zh: '暂停', en: 'Suspended' },
  done: { zh: '办结', en: 'Done' },
}

export const opinionLabels: Readonly<Record<OpinionKind, Label>> = {
  agree: { zh: '同意', en: 'Agree' },
  agree_with_conditions: { zh: '有条件同意', en: 'Agree with conditions' },
  disagree: { zh: '不同意', en: 'Disagree' },
}

export const treatmentLabels: Readonly<Record<(typeof treatments)[number], Label>> = {
  hard: { zh: '必须先交', en: 'must be there first' },
  tolerable: { zh: '可以容缺', en: 'may be owed' },
  commitment: { zh: '可由签署的承诺替代', en: 'a signed commitment may stand in' },
  regional: { zh: '可由区域评估替代', en: "the zone's assessment may stand in" },
}

const paperMarks: Readonly<Record<PaperStatus, string>> = {
  needed: '□',
  given: '☑',
  owed: '△',
  accepted: '✓',
  returned: '↩',
  replaced: '✓',
  awaited: '…',
}

/** A shape before the words, so that no colour is needed. */
export function paperMark(status: PaperStatus): Label {
  const { zh, en } = paperStatusLabels[status]
  return { zh: `${paperMarks[status]} ${zh}`, en: `${paperMarks[status]} ${en}` }
}

/** Until when a paper may be owed, in words; null when it may not. */
export function supplyByText(supplyBy: string | null): Label | null {
  const parsed = parseSupplyBy(supplyBy ?? undefined)
  if (!parsed) return null
  if (parsed.kind === 'workdays') {
    return { zh: `受理后 ${parsed.days} 个工作日内补交`, en: `due ${workdayCount(parsed.days)} after acceptance` }
  }
  if (parsed.kind === 'decision') return { zh: '办结前补交', en: 'due before the decision' }
  return { zh: '后续事项申请前补交', en: 'due before the matter that follows' }
}
