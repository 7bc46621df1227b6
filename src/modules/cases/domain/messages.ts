import type { Moment } from '../../../kernel/clock-state.ts'
import type { Label } from '../../../kernel/label.ts'
import { workdayCount } from '../../../kernel/workday-count.ts'
import { workdaysBetween } from '../../../kernel/workdays.ts'
import type { ActionVerb } from '../contract/action-verbs.ts'
import { clockKindLabels } from '../contract/clock.ts'
import type { CasePaper } from '../contract/paper.ts'
import { type CaseState, stateMeanings } from '../contract/state.ts'
import type { Review } from './facts.ts'
import type { Reminder } from './reminders.ts'

/** Whom a message about a case is for: `asked` are the departments whose opinion it waits for, `lead` the one that leads the round over its stage. */
export type Party = 'applicant' | 'office' | 'asked' | 'lead'

/** What a message calls a case by. */
export interface CaseName {
  readonly matter: Label
  readonly project: string
}

export interface CaseMessage {
  readonly to: readonly Party[]
  /** Of `asked` only this department. */
  readonly department?: string | undefined
  /** One sentence. */
  readonly text: Label
}

function headOf({ matter, project }: CaseName): Label {
  return { zh: `“${project}”的“${matter.zh}”`, en: `"${matter.en}" of "${project}"` }
}

const sentences: Readonly<Partial<Record<ActionVerb, { to: readonly Party[]; text: Label }>>> = {
  decline: applicant('不需要许可，未予受理，理由见办件', 'needs no approval and was not taken up; the case says why'),
  correct: applicant(
    '需要补正，请按一次性告知的内容全部补齐后提交',
    'needs a correction: hand in all that was asked for, at once',
  ),
  resubmit: office(
    '已提交补正，请在 5 个工作日内受理或者不予受理',
    'was corrected: accept or refuse it within 5 working days',
  ),
  accept: applicant('已受理', 'was accepted'),
  deemAccepted: {
    to: ['applicant', 'office'],
    text: {
      zh: '逾期未告知补正，依据行政许可法第三十二条自收到之日起即为受理',
      en: 'counts as accepted from its receipt, as nobody answered in time (Administrative Licensing Law, art. 32)',
    },
  },
  refuseAcceptance: applicant(
    '不予受理，理由和救济途径见办件',
    'was refused acceptance; the case gives reasons and remedies',
  ),
  suspend: applicant('进入特别程序，期限中止计算', 'is in a special procedure, its limits stand still'),
  extend: applicant(
    '经批准延长办理时限，理由见办件',
    'was given more time by the head of the authority; the case says why',
  ),
  askOpinions: {
    to: ['asked'],
    text: { zh: '征求你部门的意见，请在期限内答复', en: 'asks for the opinion of your department within its days' },
  },
  reverse: {
    to: ['applicant', 'office'],
    text: { zh: '原决定已被撤销，恢复办理', en: 'was reopened, as the refusal did not stand' },
  },
  resume: applicant('特别程序结束，期限继续计算', 'has left the special procedure, its limits run on'),
  fallDue: {
    to: ['applicant', 'office'],
    text: {
      zh: '的容缺材料应当在后续事项申请前补齐，后续事项已提交，请今天补交',
      en: 'owes papers that were to be there before the next matter, which has been applied for: supply them today',
    },
  },
  arrive: office('等的前序结果已到，请及时办结', 'has the earlier result that it waited for: decide'),
  issue: applicant('结果已送达', 'was delivered'),
  supply: office('已补交容缺材料', 'has received an owed paper'),
  requestWithdraw: office('申请撤件，请确认', 'is to be withdrawn: please confirm'),
  confirmWithdraw: applicant('撤件已确认', 'was withdrawn as you asked'),
  cancelAcceptance: applicant(
    '因容缺材料逾期未补，受理已撤回',
    'lost its acceptance, as an owed paper did not come in time',
  ),
  takeBack: applicant('许可已撤回，理由和救济途径见办件', 'was taken back; the case gives reasons and remedies'),
  revoke: applicant('许可已撤销，理由和救济途径见办件', 'was revoked; the case gives reasons and remedies'),
}

function applicant(zh: string, en: string): CaseMessage {
  return { to: ['applicant'], text: { zh, en } }
}

function office(zh: string, en: string): CaseMessage {
  return { to: ['office'], text: { zh, en } }
}

/** What is told of an action, and to whom; null for one that hands nothing over. */
export function newsOf(
  name: CaseName,
  { verb, state, waits = [] }: { verb: ActionVerb; state: CaseState; waits?: readonly Party[] },
): CaseMessage | null {
  const { label } = stateMeanings[state]
  const reminded = { to: waits, text: { zh: '催办：请尽快办理', en: 'is urged: please act' } }
  const said =
    verb === 'decide'
      ? applicant(`已${label.zh}`, `was decided: ${label.en}`)
      : verb === 'remind'
        ? reminded
        : sentences[verb]
  if (!said) return null
  const head = headOf(name)
  return { to: said.to, text: { zh: `${head.zh}${said.text.zh}。`, en: `${head.en} ${said.text.en}.` } }
}

export interface Reminded extends CaseName, Pick<Moment, 'calendar' | 'today'> {
  readonly papers: readonly CasePaper[]
  readonly review: Review | null
}

/** What a reminder says on this day, and to whom: an owed paper concerns both sides, a correction the applicant. */
export function textOf(reminder: Reminder, given: Reminded): CaseMessage {
  const { clock, ref } = reminder
  const head = headOf(given)
  const { zh, en } = sentenceOf(reminder, given)
  const text = { zh: `${head.zh}${zh}。`, en: `${head.en}: ${en}.` }
  if (clock === 'correction') return { to: ['applicant'], text }
  if (clock === 'opinion' && ref !== null) {
    return { to: ['asked', given.review?.stage ? 'lead' : 'office'], department: ref, text }
  }
  const overrun = clock === 'procedure' && reminder.moment === 'passed'
  return { to: clock === 'owed' || overrun ? ['applicant', 'office'] : ['office'], text }
}

/** A day of the plan is told as one: it may move. */
function forecastOf({ ref, dueOn }: Reminder, papers: readonly CasePaper[]): Label {
  const paper = papers.find((known) => known.ref === ref)?.name
  return {
    zh: `：容缺材料“${paper?.zh ?? ref}”预计应在 ${dueOn} 前补齐（按运行方案推算，会变动；后续事项开始时还没有补齐的，按逾期处理）`,
    en: `the owed paper "${paper?.en ?? ref}" is expected to be due on ${dueOn} (a forecast of the running plan; it lapses when the next matter starts without it)`,
  }
}

function sentenceOf(reminder: Reminder, { papers, review, calendar, today }: Reminded): Label {
  if (reminder.forecast) return forecastOf(reminder, papers)
  const { clock, ref, moment, dueOn } = reminder
  if (clock === 'correction') {
    const zh = `自 ${dueOn} 告知补正后还没有收到，请全部补齐后提交`
    return { zh, en: `the correction asked for on ${dueOn} has not come yet; hand it in whole` }
  }
  const paper = papers.find((known) => known.ref === ref)?.name
  const department =
    clock === 'opinion' ? review?.asked.find(({ departmentId }) => departmentId === ref)?.name : undefined
  const of = department === undefined ? '' : `（${department}）`
  const zh = paper ? `容缺材料“${paper.zh}”` : `${clockKindLabels[clock].zh}${of}`
  const en = paper ? `the owed paper "${paper.en}"` : `${clockKindLabels[clock].en}${of}`
  if (moment === 'passed') {
    const late = workdaysBetween(calendar, dueOn, today)
    return {
      zh: `：${zh} ${dueOn} 到期，已超 ${late} 个工作日`,
      en: `${en} was due on ${dueOn}, ${workdayCount(late)} late`,
    }
  }
  const left = workdaysBetween(calendar, today, dueOn)
  const answer = clock === 'receipt' || clock === 'recheck'
  const then = answer ? { zh: '，逾期即视为受理', en: '; afterwards it counts as accepted' } : { zh: '', en: '' }
  if (left === 0) return { zh: `：${zh}今天到期${then.zh}`, en: `${en} is due today${then.en}` }
  return {
    zh: `：${zh} ${dueOn} 到期，还有 ${left} 个工作日${then.zh}`,
    en: `${en} is due on ${dueOn}, ${workdayCount(left)} left${then.en}`,
  }
}
