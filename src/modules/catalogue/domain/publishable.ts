import { Problem } from '../../../kernel/problem.ts'
import type { DraftFinding } from '../contract/draft.ts'

export interface Publishing {
  readonly changes: number
  readonly superseded: boolean
  readonly findings: readonly DraftFinding[]
  readonly override: string | null
  readonly fourEyes: boolean
  readonly editors: readonly string[]
  /** Account of whoever publishes. */
  readonly publisher: string
}

/**
 * Whether a draft may become the version in force. A rule of the house, not of a law: nothing with an error, no new doubt without a reason,
 * and with four eyes nobody publishes what he wrote.
 */
export function refusePublishing(publishing: Publishing): void {
  const { changes, superseded, findings, override, fourEyes, editors, publisher } = publishing
  if (superseded) throw supersededDraft()
  if (changes === 0) throw nothingChanged()
  if (fourEyes && editors.includes(publisher)) throw ownWork()
  const errors = findings.filter(({ level }) => level === 'error')
  const [first] = errors
  if (first) throw stillWrong(first, errors.length - 1)
  const doubts = findings.filter(({ fresh }) => fresh)
  if (doubts.length > 0 && override === null) throw unanswered(doubts)
}

function supersededDraft(): Problem {
  return new Problem('conflict', 'catalogue.superseded', {
    zh: '草稿开始后另有版本生效。请导出草稿，放弃它，再在新草稿里读入。',
    en: 'Another version came into force after this draft began: export the draft, discard it, and read it into a new one.',
  })
}

function nothingChanged(): Problem {
  return new Problem('rule_violated', 'catalogue.nothing_changed', {
    zh: '草稿和现行版本一样，没有可发布的修改。',
    en: 'The draft is the same as the version in force: there is nothing to publish.',
  })
}

function ownWork(): Problem {
  return new Problem('rule_violated', 'catalogue.four_eyes', {
    zh: '已设双人复核：改过草稿的人不能发布，请另一位同事审核发布。',
    en: 'Four eyes are set: whoever edited the draft may not publish it. Ask a colleague to.',
  })
}

function stillWrong(first: DraftFinding, more: number): Problem {
  const zh = more > 0 ? `（另有 ${more} 处错误）` : ''
  const en = more > 0 ? ` (and ${more} more)` : ''
  return new Problem(
    'rule_violated',
    first.code,
    { zh: `不能发布：${first.zh}${zh}`, en: `It cannot be published: ${first.en}${en}` },
    { matter: first.matter, field: first.field },
  )
}

function unanswered(doubts: readonly DraftFinding[]): Problem {
  const first = doubts[0] as DraftFinding
  return new Problem(
    'rule_violated',
    'catalogue.override_needed',
    {
      zh: `有 ${doubts.length} 条新的提醒，如“${first.zh}”。确要发布，请写明理由。`,
      en: `There are ${doubts.length} new warnings, such as: ${first.en}. To publish all the same, say why.`,
    },
    { matter: first.matter, field: first.field },
  )
}
