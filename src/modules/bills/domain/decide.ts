import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { compareMoney, type Money, money, sumMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type LineState, type LineVerb, lineSteps, refusalOf } from '../contract/steps.ts'

/** What decisions have made of one line. */
export interface LineFacts {
  readonly state: LineState
  readonly amount: Money | null
  readonly missing: readonly string[]
  readonly assessed: boolean
  readonly assessedBasis: string | null
  readonly paidOn: Day | null
  readonly paid: Money | null
  readonly receipt: string | null
  readonly paymentFileId: string | null
  readonly paymentNumber: string | null
  readonly waivedByRule: boolean
  readonly waiverBasis: string | null
  readonly waiverFileId: string | null
  readonly waivedOn: Day | null
  readonly refunded: Money
  readonly refundedOn: Day | null
  readonly refundFileId: string | null
  readonly refundNumber: string | null
  readonly reason: string | null
  readonly lastOn: Day
}

export interface LineCommand {
  readonly verb: LineVerb
  readonly happenedOn?: Day | undefined
  readonly amount?: string
  readonly basis?: string
  readonly fileId?: string | null
  readonly receipt?: string
  /** Of the transfer, where there is no file. */
  readonly number?: string | undefined
  readonly reason?: string
}

/**
 * The line after this decision, or a refusal (Problem rule_violated). Nothing is charged that the published list does not have, a waiver
 * and a refund have their ground (优化营商环境条例 2019 第25条; 行政许可法 2019 第59条), and no more is given back than was paid.
 */
export function decideLine(facts: LineFacts, command: LineCommand, today: Day): LineFacts {
  const { verb } = command
  const refusal = refusalOf(facts, verb)
  if (refusal) throw refuse('not_possible', refusal)
  const on = legalDay(command.happenedOn, facts, verb, today)
  const next = {
    ...facts,
    state: lineSteps[verb].to,
    lastOn: verb === 'report' ? today : on,
    reason: command.reason ?? null,
  }
  switch (verb) {
    case 'assess':
      return {
        ...next,
        amount: money(command.amount ?? ''),
        missing: [],
        assessed: true,
        assessedBasis: command.basis ?? null,
      }
    case 'report':
      return { ...next, paidOn: on, ...evidenceOf(command, 'payment') }
    case 'confirm':
      return { ...next, paid: facts.amount, receipt: command.receipt ?? null }
    case 'reject':
      return { ...next, paidOn: null, paymentFileId: null, paymentNumber: null }
    case 'waive': {
      const { basis = null, fileId = null } = command
      return { ...next, waiverBasis: basis, waiverFileId: fileId, waivedOn: on, waivedByRule: false }
    }
    case 'refund':
      return refunded(facts, next, { on, ...command })
  }
}

function refunded(before: LineFacts, next: LineFacts, command: LineCommand & { on: Day }): LineFacts {
  const { amount = '', on } = command
  const given = money(amount)
  const all = sumMoney([before.refunded, given])
  if (compareMoney(given, '0.00') <= 0) {
    throw refuse('nothing_to_refund', { zh: '退费金额应大于 0。', en: 'A refund is more than nothing.' })
  }
  if (compareMoney(all, before.paid ?? '0.00') > 0) {
    const left = sumMoney([before.paid ?? '0.00', `-${before.refunded}`])
    throw refuse('more_than_paid', {
      zh: `退费不能多于实缴：还可以退 ${left} 元。`,
      en: `No more is refunded than was paid: ${left} yuan are left.`,
    })
  }
  return { ...next, refunded: all, refundedOn: on, ...evidenceOf(command, 'refund') }
}

/** Money that moved is shown by a file or by the number of the transfer. */
function evidenceOf<K extends 'payment' | 'refund'>({ fileId = null, number }: LineCommand, kind: K) {
  if (fileId === null && number === undefined) {
    throw refuse('no_evidence', {
      zh: '请上传凭证，或填写转账流水号。',
      en: 'Upload the evidence, or give the number of the transfer.',
    })
  }
  return { [`${kind}FileId`]: fileId, [`${kind}Number`]: number ?? null }
}

/** A payment may lie before the line was drawn up; everything else is in order. */
function legalDay(happenedOn: Day | undefined, { lastOn }: LineFacts, verb: LineVerb, today: Day): Day {
  const on = happenedOn ?? today
  if (on > today) {
    throw refuse('in_the_future', {
      zh: `${on} 还没有到，不能记录将来的收支。`,
      en: `${on} has not come yet: the future cannot be recorded.`,
    })
  }
  if (verb !== 'report' && on < lastOn) {
    throw refuse('before_last_step', {
      zh: `${on} 早于上一步的 ${lastOn}，请更正日期。`,
      en: `${on} lies before the last step of ${lastOn}; correct the date.`,
    })
  }
  return on
}

function refuse(reason: string, text: Label): Problem {
  return new Problem('rule_violated', `bills.${reason}`, text)
}
