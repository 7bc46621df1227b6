import { clockOn } from '../../../kernel/clock-state.ts'
import { workdayCount } from '../../../kernel/workday-count.ts'
import type { CommandOf } from '../contract/decisions.ts'
import type { Circumstances, Command } from './circumstances.ts'
import { isEnded } from './clocks.ts'
import { takenWithout } from './deemed.ts'
import type { Action, CaseFacts } from './facts.ts'
import { refuse } from './refuse.ts'
import { waitingOf } from './review.ts'

type Later = 'extend' | 'askOpinions' | 'giveOpinion' | 'concludeReview' | 'transfer' | 'reverse'

export type LaterCommand = Extract<Command, { readonly verb: Later }>

/** What a step of a longer case adds to a plain action, or a refusal. The table has been asked already. */
export function laterContentOf(facts: CaseFacts, { verb, input }: LaterCommand, given: Circumstances): Partial<Action> {
  switch (verb) {
    case 'extend':
      return extended(facts, input, given)
    case 'askOpinions':
      return asked(facts, input, given)
    case 'giveOpinion':
      return opined(facts, input, given)
    case 'concludeReview':
      return concluded(facts, input, given)
    case 'transfer':
      return transferred(facts, input, given)
    case 'reverse':
      return reversed(facts, input, given)
  }
}

/** 行政许可法 第42条: ten days, in joint handling fifteen, at most; the applicant is told why. */
function extended(facts: CaseFacts, input: CommandOf<'extend'>, { rules }: Circumstances): Partial<Action> {
  const most = (facts.review === null ? rules?.extensionDays : rules?.jointExtensionDays) ?? 0
  const days = input.days ?? most
  if (days >= 1 && days <= most) return { reason: input.reason, more: { days } }
  throw refuse(
    'extension_too_long',
    { zh: `最多可以延长 ${most} 个工作日。`, en: `The limits may be extended by ${workdayCount(most)} at most.` },
    { days, most },
  )
}

function asked(_: CaseFacts, input: CommandOf<'askOpinions'>, given: Circumstances): Partial<Action> {
  const { departments, rules, stage } = given
  const lead = stage?.lead ?? given.lead
  const consult = input.departments.map(({ id, days }) => {
    const name = departments?.get(id)
    if (name === undefined) {
      throw refuse(
        'no_such_department',
        { zh: '没有这个部门，请重新选择。', en: 'There is no such department.' },
        { id },
      )
    }
    if (id === lead?.id) {
      throw refuse('lead_asked', {
        zh: `“${name}”是牵头部门，不用征求自己的意见。`,
        en: `"${name}" leads the review: it is not asked itself.`,
      })
    }
    return { departmentId: id, name, days: days ?? rules?.opinionDays ?? 5 }
  })
  const twice = consult.find(
    ({ departmentId }, i) => consult.findIndex((one) => one.departmentId === departmentId) !== i,
  )
  if (twice) {
    throw refuse('department_twice', { zh: `“${twice.name}”列了两次。`, en: `"${twice.name}" is listed twice.` })
  }
  return { reason: input.reason, more: { consult, ...(stage && { stage }) } }
}

/** In a joint review it is the department's opinion; elsewhere the officer's own. */
function opined(facts: CaseFacts, input: CommandOf<'giveOpinion'>, { ownDepartment }: Circumstances): Partial<Action> {
  const one = waitingOf(facts.review).find(({ departmentId }) => departmentId === ownDepartment?.id)
  const department = one && { id: one.departmentId, name: one.name }
  return { reason: input.reason, opinion: input.opinion, ...(department && { more: { department } }) }
}

/**
 * The lead concludes when everybody has answered, or the days of those who have not are over. Silence counts as agreement only where
 * a rule of the zone says so; elsewhere it is recorded as it is.
 */
function concluded(facts: CaseFacts, input: CommandOf<'concludeReview'>, given: Circumstances): Partial<Action> {
  const silent = waitingOf(facts.review)
  const early = silent.filter(({ departmentId }) =>
    facts.clocks.some(
      (item) =>
        item.kind === 'opinion' &&
        item.ref === departmentId &&
        !isEnded(item) &&
        clockOn(item.clock, given).colour !== 'overdue',
    ),
  )
  if (early.length > 0) {
    const names = early.map(({ name }) => name).join('、')
    throw refuse(
      'opinions_missing',
      {
        zh: `还在期限内、未答复的部门：${names}；请等答复，或等期限过后再汇总。`,
        en: `Their days are not over and they have not answered: ${names}; wait for them.`,
      },
      { departments: early.map(({ departmentId }) => departmentId) },
    )
  }
  const assumed = given.rules?.silenceAgrees ? silent.map(({ departmentId }) => departmentId) : []
  return { reason: input.reason, opinion: input.opinion, ...(assumed.length > 0 && { more: { assumed } }) }
}

function transferred(facts: CaseFacts, input: CommandOf<'transfer'>, { target }: Circumstances): Partial<Action> {
  if ((input.person === null) === (input.department === null)) {
    throw refuse('one_target', { zh: '请选择一个人，或者一个部门。', en: 'Choose one person, or one department.' })
  }
  if (!target) {
    throw refuse('no_target', {
      zh: '所选的人或部门不存在，或其账号不能登录；请改选。',
      en: 'That person or department is not there, or has no account that can sign in: choose another.',
    })
  }
  if (target.handler?.id === facts.handler?.id && target.office?.id === facts.office?.id) {
    throw refuse('same_hands', { zh: '办件已经在所选的人或部门手上。', en: 'The case is there already.' })
  }
  return { reason: input.reason, more: { target } }
}

/**
 * A refusal that did not stand (行政复议法, 行政诉讼法; or corrected by the authority itself) is no refusal: the case is accepted and
 * decided anew, its limits run from this day.
 */
function reversed(facts: CaseFacts, input: CommandOf<'reverse'>, given: Circumstances): Partial<Action> {
  if (given.openedAnew) {
    throw refuse('applied_anew', {
      zh: '申请人已就同一事项重新申请，请在新办件中办理。',
      en: 'The applicant has applied for this matter anew: go on in the new case.',
    })
  }
  const papers = facts.state === 'not_passed' ? [] : takenWithout(facts.papers, given.committed)
  return { reason: input.reason, notice: input.paper, papers, more: { reversal: input.reversal } }
}
