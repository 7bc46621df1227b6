import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { CommitVerdict } from '../contract/verdict.ts'

/** Why this verdict lets nobody sign, or null (国办发〔2020〕42号: only whom the scheme applies to may commit). Unknown names what is missing. */
export function refusalOfVerdict(verdict: CommitVerdict | undefined): Problem | null {
  if (verdict === undefined || verdict.outcome === 'met') return null
  const reason = verdict.reasons.find(({ outcome }) => outcome === verdict.outcome)
  const { zh, en } = reason?.sentence ?? { zh: '', en: '' }
  if (verdict.outcome === 'not_met') {
    return refuse('may_not_commit', {
      zh: `不符合“${zh}”，请改交材料；信用原因可在信用页申请修复。`,
      en: `"${en}" is not met: hand in the paper instead, or have your credit repaired.`,
    })
  }
  const missing = reason?.missing.join('、') ?? ''
  return refuse('may_commit_unknown', {
    zh: `“${zh}”还不能判定，请先补全项目要素：${missing}。`,
    en: `"${en}" cannot be told yet: complete the facts first: ${missing}.`,
  })
}

/** A text is signed with all its values, or not at all. */
export function valueMissing(missing: readonly Label[]): Problem {
  return refuse('value_missing', {
    zh: `承诺书还缺：${missing.map(({ zh }) => zh).join('、')}；请先在企业资料或项目要素中补全。`,
    en: `The text still lacks: ${missing.map(({ en }) => en).join(', ')}. Complete the enterprise or the project first.`,
  })
}

function refuse(reason: string, text: Label): Problem {
  return new Problem('rule_violated', `commitments.${reason}`, text)
}
