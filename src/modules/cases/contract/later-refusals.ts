import type { Label } from '../../../kernel/label.ts'
import type { StepSubject } from './step-subject.ts'

type Refuse = (subject: StepSubject) => Label | null

/**
 * Once, by the head of the authority, in joint handling by the head of the government, while the limit still runs (行政许可法 第42条).
 * Limits in calendar days come from other laws, which have their own rule.
 */
export const refuseExtension: Refuse = ({ extendedOn, statutory, review, relation }) => {
  if (extendedOn !== null) {
    return {
      zh: `时限已于 ${extendedOn} 延长过，只能延长一次。`,
      en: `The limits were extended on ${extendedOn}: once only.`,
    }
  }
  if (statutory === null) return { zh: '没有正在计的法定时限。', en: 'No statutory limit is running.' }
  if (statutory.unit === 'calendarDay') {
    return {
      zh: '本事项的时限按自然日计，依其专门规定，不能按行政许可法第42条延长。',
      en: 'The limit of this matter is in calendar days and follows a law of its own: article 42 does not extend it.',
    }
  }
  if (statutory.overdue) {
    return {
      zh: '法定时限已过，不能再延长；请尽快决定。',
      en: 'The statutory limit has passed and cannot be extended: decide.',
    }
  }
  return refuseNotHead(relation, review !== null)
}

function refuseNotHead({ headsDepartment, headsZone }: StepSubject['relation'], joint: boolean): Label | null {
  if (joint) {
    if (headsZone) return null
    return {
      zh: '联合办理的延长由管委会负责人批准；请报请批准。',
      en: "Joint handling is extended by the zone's head: ask for the approval.",
    }
  }
  if (headsDepartment) return null
  return {
    zh: '延长时限由承办部门的负责人批准；请报请批准。',
    en: 'The head of the department that handles the case extends its limits: ask for the approval.',
  }
}

export const refuseSecondRound: Refuse = ({ review }) =>
  review?.open
    ? {
        zh: '上一轮征求意见还没有汇总结论，请先汇总。',
        en: 'The round of opinions before has not been concluded: conclude it first.',
      }
    : null

const heldOverStage: Label = {
  zh: '本轮是整个阶段的并联审查：请在“阶段并联审查”里一次出具意见、一次汇总，各办件同时生效。',
  en: 'This round is held over the whole stage: give the opinion or the conclusion there, once for all its cases.',
}

/** The lead department concludes, not one that was asked. */
export const refuseConclusion: Refuse = ({ review, relation }) => {
  if (!review?.open) return { zh: '没有待汇总的联合审查。', en: 'No joint review is open.' }
  if (review.stage) return heldOverStage
  if (relation.departmentId === null || !review.asked.includes(relation.departmentId)) return null
  return {
    zh: '结论由牵头部门汇总，被征求意见的部门请出具意见。',
    en: 'The lead department concludes; yours gives its opinion.',
  }
}

/** In a joint review those give an opinion who were asked and have not answered. */
export const refuseNotAsked: Refuse = ({ review, relation }) => {
  if (!review?.open) return null
  if (review.stage) return heldOverStage
  if (relation.departmentId !== null && review.waiting.includes(relation.departmentId)) return null
  return {
    zh: '本轮联合审查没有等您所在部门的意见。',
    en: 'This round of the joint review does not wait for the opinion of your department.',
  }
}

export const refuseReviewOpen: Refuse = ({ review }) =>
  review?.open
    ? {
        zh: '联合审查还没有汇总结论，请先汇总再办结。',
        en: 'The joint review is not concluded: conclude it before you decide.',
      }
    : null

export const refuseRemindedToday: Refuse = ({ remindedOn, today }) =>
  remindedOn === today ? { zh: '今天已催办过，每天一次。', en: 'It was reminded of today: once a day.' } : null
