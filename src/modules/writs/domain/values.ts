import { Problem } from '../../../kernel/problem.ts'
import { remediesText } from '../../cases/contract/rules.ts'
import { kindMeanings, type WritKind } from '../contract/kinds.ts'
import { sourceStep } from './source-step.ts'
import type { CaseSubject, Step, WritSubject, WritValues } from './subject.ts'
import { chineseDay, limitWords, statusWords, supplyWords } from './words.ts'

/** What is given when a writ gets its number. */
export interface Identity {
  readonly number: string | null
  readonly code: string | null
  readonly address: string | null
  /** Number of the writ that this one takes the place of. */
  readonly replaces: string | null
}

/** What a writ says, tag by tag; refused when its kind has nothing to tell of here, or the office does not say who reviews its refusals. */
export function valuesOf(kind: WritKind, subject: WritSubject, identity: Identity): WritValues {
  if (kindMeanings[kind].remedies) refuseWithoutRemedies(subject)
  return { ...commonValues(kind, subject, identity), ...ownValues(kind, subject) }
}

function commonValues(kind: WritKind, subject: WritSubject, { number, code, address, replaces }: Identity): WritValues {
  const { issuer, applicant, project } = subject
  return {
    文书名称: kindMeanings[kind].label.zh,
    文号: number ?? '（出具时编号）',
    发文机关: issuer.name,
    机关地址: issuer.address,
    机关电话: issuer.phone,
    申请人: applicant.name,
    统一社会信用代码: applicant.uscc,
    项目名称: project.name,
    项目代码: project.code,
    成文日期: chineseDay(subject.today),
    核验码: code ?? '（出具时生成）',
    核验网址: address,
    补充说明: subject.note === '' ? null : subject.note,
    替代说明: replaces === null ? null : `本文书替代${replaces}，原文书自本文书出具之日起不再有效。`,
    样例说明: subject.sample ? '（样例，不作凭证）' : null,
  }
}

function ownValues(kind: WritKind, subject: WritSubject): WritValues {
  const { commitment, bundle } = subject
  if (commitment && kindMeanings[kind].from === 'commitment') {
    return {
      事项名称: commitment.matter,
      承诺内容: commitment.text,
      替代材料: commitment.paper,
      核查方式: commitment.check,
      签署日期: chineseDay(commitment.signedOn),
    }
  }
  if (bundle && kindMeanings[kind].from === 'bundle') {
    return {
      申请编号: bundle.number,
      注册地址: bundle.address,
      总投资: bundle.investment,
      申请事项: numbered(bundle.matters.map(({ name, department }) => ({ 事项名称: name, 承办部门: department }))),
      申请材料: numbered(
        bundle.papers.map(({ name, usedBy, status }) => ({
          材料名称: name,
          用于事项: usedBy,
          材料情况: statusWords(status),
        })),
      ),
    }
  }
  const step = subject.case && sourceStep(kind, subject.case.steps)
  if (!subject.case || !step) throw nothingToTell(kind)
  return { ...caseValues(subject.case), ...stepValues(kind, subject.case, step), ...reviewValues(subject, step) }
}

function caseValues(one: CaseSubject): WritValues {
  return {
    事项名称: one.matter,
    办件编号: one.number,
    收到日期: chineseDay(one.receivedOn),
    受理日期: chineseDay(one.acceptedOn),
    决定日期: chineseDay(one.decidedOn),
    经办人: one.handler,
    法定时限: limitWords(one.statutory),
    承诺时限: limitWords(one.promised),
    应办结日期: chineseDay(one.decideBy),
    答复期限: chineseDay(one.answerBy),
    许可内容: one.outcomes.length === 0 ? one.matter : one.outcomes.join('、'),
  }
}

function stepValues(kind: WritKind, one: CaseSubject, step: Step): WritValues {
  const nameOf = (ref: string) => one.papers.find((paper) => paper.ref === ref)?.name ?? ref
  switch (kind) {
    case 'receipt':
      return { 收到材料: numbered(one.papers.map((p) => ({ 材料名称: p.name, 材料情况: statusWords(p.status) }))) }
    case 'correction':
      return {
        补正事由: step.reason,
        补正内容: numbered(step.papers.map(({ ref, note }) => ({ 材料名称: nameOf(ref), 补正要求: note }))),
      }
    case 'tolerance':
      return { 容缺材料: owedLines(one, step) }
    case 'special':
      return {
        特别程序种类: step.procedure ?? '特别程序',
        特别程序事由: step.reason,
        特别程序期限: step.days === null ? null : `${step.days}个工作日`,
        开始日期: chineseDay(step.on),
      }
    case 'extension':
      return {
        延期理由: step.reason,
        延长期限: step.days === null ? null : `${step.days}个工作日`,
        延长后期限: chineseDay(one.decideBy),
      }
    case 'delivery':
      return {
        送达日期: chineseDay(step.on),
        送达方式: step.reason,
        送达文书: numbered(one.writs.map(({ title, number }) => ({ 文书题名: title, 文书文号: number }))),
      }
    default:
      return {}
  }
}

function owedLines(one: CaseSubject, step: Step) {
  const owed = step.papers.filter(({ status }) => status === 'owed').map(({ ref }) => ref)
  return numbered(
    one.papers
      .filter(({ ref }) => owed.includes(ref))
      .map((paper) => ({ 材料名称: paper.name, 补交期限: chineseDay(paper.dueOn) ?? supplyWords(paper.supplyBy) })),
  )
}

/** What the form of a refusal offers with one press: the writ says it better, with names, and does not say it twice. */
const usualRemedies = new RegExp(
  `^${remediesText({ reconsiderationDays: 0, suitMonths: 0 }).zh.replaceAll('0', String.raw`\d+`)}$`,
)

function reviewValues({ issuer, remedies }: WritSubject, { reason, remedies: told }: Step): WritValues {
  return {
    理由: reason,
    复议机关: issuer.reviewBody,
    复议期限: remedies.review,
    管辖法院: issuer.court,
    起诉期限: remedies.sue,
    救济说明: told !== null && usualRemedies.test(told) ? null : told,
  }
}

function numbered(rows: readonly Readonly<Record<string, string | null>>[]) {
  return rows.map((row, i) => ({ 序号: String(i + 1), ...row }))
}

/** 行政许可法 (2019) 第38条第2款: who refuses says where it can be reviewed and sued for. */
function refuseWithoutRemedies({ issuer }: WritSubject): void {
  if (issuer.reviewBody !== null && issuer.court !== null) return
  throw new Problem('rule_violated', 'writs.no_remedies', {
    zh: `发文机关“${issuer.name}”还没有填写行政复议机关和管辖法院，请管理员在“发文机关”中补充后再出具。`,
    en: `The issuing office "${issuer.name}" does not say yet who reviews its decisions and which court hears them: have the administrator add both.`,
  })
}

function nothingToTell(kind: WritKind): Problem {
  const { label } = kindMeanings[kind]
  return new Problem('rule_violated', 'writs.nothing_to_tell', {
    zh: `还没有可以出具“${label.zh}”的步骤，请先办理相应步骤。`,
    en: `Nothing has happened yet that "${label.en}" could tell of: take that step first.`,
  })
}
