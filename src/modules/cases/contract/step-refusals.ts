import type { Label } from '../../../kernel/label.ts'
import { type CaseState, stateMeanings } from './state.ts'
import type { StepSubject } from './step-subject.ts'

type Refuse = (subject: StepSubject) => Label | null

/** The sentences with which a step is refused: what is wrong, and what to do instead. */
export const refusals = {
  wrongState: (state: CaseState, step: { readonly label: Label }): Label => ({
    zh: `办件现为“${stateMeanings[state].label.zh}”，不能${step.label.zh}；请刷新后看可以办的步骤。`,
    en: `The case is "${stateMeanings[state].label.en}", so that "${step.label.en}" is not possible; reload to see what is.`,
  }),
}

/** Correction is told once and completely, and within five working days (行政许可法 第32条). */
export const refuseSecondCorrection: Refuse = ({ correctedOn, deemedAcceptedOn }) => {
  if (correctedOn !== null) {
    return {
      zh: `${correctedOn} 已一次性告知补正，不得再次要求补正；请受理或不予受理。`,
      en: `Correction was asked for once and completely on ${correctedOn}: it may not be asked for again; accept or refuse acceptance.`,
    }
  }
  return refuseDeemed(deemedAcceptedOn)
}

export const refuseWhenDeemed: Refuse = ({ deemedAcceptedOn }) => refuseDeemed(deemedAcceptedOn)

function refuseDeemed(deemedAcceptedOn: string | null): Label | null {
  if (deemedAcceptedOn === null) return null
  return {
    zh: `5 个工作日内未告知补正，依法自 ${deemedAcceptedOn} 收到之日起即为受理；请受理。`,
    en: `Nobody answered within 5 working days: by law the case is accepted from ${deemedAcceptedOn}; accept it.`,
  }
}

export const refuseIssuedTwice: Refuse = ({ issuedOn }) =>
  issuedOn === null
    ? null
    : { zh: `结果已于 ${issuedOn} 送达。`, en: `The outcome was delivered on ${issuedOn} already.` }

/** The limits stand still already: a special procedure has nothing to exclude. */
export const refuseWhileAwaited: Refuse = ({ papers }) =>
  papers.some((paper) => paper.status === 'awaited')
    ? {
        zh: '正在等前序结果，期限已停止计算，不用再启动特别程序。',
        en: 'An earlier result is awaited and the limits stand still already: no special procedure is needed.',
      }
    : null

export const refuseNothingOwed: Refuse = ({ papers }) =>
  papers.some((paper) => paper.status === 'owed')
    ? null
    : { zh: '本办件没有待补的容缺材料。', en: 'No paper is owed in this case.' }

/** By the zone's rule a lapsed paper ends in the taking back of the acceptance, or in a refusal: then this is not the way. */
export const refuseOwedInTime: Refuse = ({ owedOverdue, owedLapse }) =>
  owedOverdue
    ? owedLapse === 'refuse'
      ? {
          zh: '按本区规则，容缺材料逾期的不予许可：请办结为“不通过”。',
          en: 'By the rule of this zone a lapsed paper ends in a refusal: decide "Do not pass".',
        }
      : null
    : {
        zh: '没有逾期未补的容缺材料，不能撤回受理。',
        en: 'No owed paper is past its day, so that the acceptance cannot be taken back.',
      }
