import type { Problem } from '../../../kernel/problem.ts'
import { parseSupplyBy } from '../../matters/contract/supply-by.ts'
import type { CommandOf } from '../contract/decisions.ts'
import type { CasePaper } from '../contract/paper.ts'
import type { CaseFacts } from './facts.ts'
import { refuse } from './refuse.ts'

/**
 * Refuses a decision that its papers or its form do not carry: a pass while papers are owed is a pass with tolerance (容缺通过),
 * which papers owed until the decision exclude; what does not pass says why and how to have it reviewed (行政许可法 第38条第2款).
 */
export function refuseDecision(facts: CaseFacts, { result, reason, remedies }: CommandOf<'decide'>): void {
  const owed = facts.papers.filter((paper) => paper.status === 'owed')
  const names = { zh: owed.map((p) => p.name.zh).join('、'), en: owed.map((p) => p.name.en).join(', ') }
  const details = { papers: owed.map((paper) => paper.ref) }
  if (result === 'not_pass') {
    if (reason !== null && remedies !== null) return
    throw refuse('no_reasons', {
      zh: '办结不通过，应当说明理由，并告知申请行政复议或提起行政诉讼的权利。',
      en: 'A decision not to pass states its reasons and the right to have it reviewed or to sue.',
    })
  }
  const awaited = facts.papers.filter((paper) => paper.status === 'awaited')
  if (awaited.length > 0) throw refuseBefore(awaited)
  if (result === 'pass' && owed.length > 0) {
    const zh = `还有容缺材料未补：${names.zh}；请等补齐，或容缺通过。`
    throw refuse(
      'papers_owed',
      { zh, en: `Papers are still owed: ${names.en}; wait, or pass with tolerance.` },
      details,
    )
  }
  if (result === 'pass_with_tolerance' && owed.length === 0) {
    throw refuse('nothing_owed', { zh: '没有容缺材料，请选“通过”。', en: 'Nothing is owed: choose "Pass".' })
  }
  const required = owed.filter((paper) => paper.treatment === 'hard')
  if (required.length > 0) throw refuseWithout(required)
  const tooEarly = owed.filter((paper) => parseSupplyBy(paper.supplyBy ?? undefined)?.kind === 'decision')
  if (tooEarly.length > 0) throw refuseEarly(tooEarly)
}

/** A case that was accepted by lapse of time may lack what no tolerance covers. */
function refuseWithout(papers: readonly CasePaper[]): Problem {
  const zh = `材料“${papers.map((paper) => paper.name.zh).join('、')}”不在容缺范围：请等补齐，或不予通过。`
  const en = `Tolerance does not cover what is missing: ${papers.map((paper) => paper.name.en).join(', ')}; wait for it, or do not pass.`
  return refuse('not_tolerable', { zh, en }, { papers: papers.map((paper) => paper.ref) })
}

/** The later office prepares all else and decides when the earlier result is there (滨州 2020 第16条). */
function refuseBefore(papers: readonly CasePaper[]): Problem {
  const zh = `前序结果“${papers.map((paper) => paper.name.zh).join('、')}”还没有到：请先备好其他内容，到了再办结。`
  const en = `Earlier results are not there yet (${papers.map((paper) => paper.name.en).join(', ')}): prepare all else, decide when they are.`
  return refuse('result_awaited', { zh, en }, { papers: papers.map((paper) => paper.ref) })
}

/** Owed until the decision: there is no deciding without them. */
function refuseEarly(papers: readonly CasePaper[]): Problem {
  const zh = `容缺材料应当在决定前补齐：${papers.map((paper) => paper.name.zh).join('、')}。`
  const en = `These papers were owed until the decision: ${papers.map((paper) => paper.name.en).join(', ')}.`
  return refuse('due_with_decision', { zh, en }, { papers: papers.map((paper) => paper.ref) })
}
