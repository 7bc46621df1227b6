import type { Day } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { AgreementKind, AgreementState, LeadStage, ReviewOutcome } from '../contract/words.ts'

/** 公平竞争审查条例 Art. 5: a measure is reviewed before it is issued; without review, or failing it, it is not issued. */
export interface Signing {
  readonly state: AgreementState
  readonly kind: AgreementKind
  readonly leadStage: LeadStage
  readonly clauses: number
  readonly flags: readonly {
    readonly heading: string
    readonly title: string
    readonly outcome: ReviewOutcome | null
  }[]
  /** An investment agreement of this lead, or of a lead that may be the same, that is signed already. */
  readonly signedBefore: { readonly title: string; readonly company: string; readonly own: boolean } | null
  readonly signedOn: Day
  readonly today: Day
}

/** Why it cannot be signed; null when it can. */
export function refusalOfSigning(asked: Signing): Problem | null {
  const { state, leadStage, flags, signedBefore } = asked
  if (state !== 'draft') {
    return refused('not_a_draft', '这份协议已经签约或终止，不能再签。', 'This agreement is signed or ended already.')
  }
  if (asked.signedOn > asked.today) {
    return refused(
      'in_the_future',
      '签约日期还没有到，请填实际签约的日期。',
      'The day of signing has not come yet: give the day on which it was signed.',
    )
  }
  if (leadStage !== 'talks' && leadStage !== 'signed' && leadStage !== 'handed') {
    return refused('no_talks', '线索还没有转入洽谈，请先办“转入洽谈”。', 'The lead is not in talks: open talks first.')
  }
  if (asked.clauses === 0) {
    return refused(
      'no_clauses',
      '协议还没有条款，请先写入条款再签约。',
      'The agreement has no clauses: write them before it is signed.',
    )
  }
  const changing = flags.find(({ outcome }) => outcome === 'change')
  if (changing) {
    return refused(
      'clause_to_change',
      `条款“${changing.heading}”经审查须删改（${changing.title}），请改后重新送审。`,
      `The clause "${changing.heading}" was found to need a change (${changing.title}): change it and have it reviewed again.`,
    )
  }
  const open = flags.find(({ outcome }) => outcome === null)
  if (open) {
    return refused(
      'not_reviewed',
      `条款“${open.heading}”有公平竞争提示（${open.title}）还没有审查，请先审查。`,
      `The clause "${open.heading}" has a flag (${open.title}) without a review: have it reviewed first.`,
    )
  }
  return signedBefore && asked.kind === 'investment' ? twice(signedBefore) : null
}

function twice({ title, company, own }: NonNullable<Signing['signedBefore']>): Problem {
  return own
    ? refused(
        'signed_before',
        `这个项目已经签过“${title}”，追加内容请用补充协议。`,
        `This project has signed "${title}" already: use a supplement for what is added.`,
      )
    : refused(
        'signed_by_a_twin',
        `疑似同一项目的“${company}”已签“${title}”，请先在疑似重复里判定两条线索。`,
        `A lead that may be the same (${company}) has signed "${title}": decide first under look-alikes whether they are one.`,
      )
}

function refused(reason: string, zh: string, en: string): Problem {
  return new Problem('rule_violated', `promotion.${reason}`, { zh, en })
}
