import type { Label } from '../../../../kernel/label.ts'
import type { CaseDetail } from '../../contract/case.ts'
import type { Verb } from '../../contract/step-table.ts'
import { isAsked, notPassed, type StepDraft } from './draft.ts'

/** What is still missing in the form, each with the field that it is about. */
export interface StepFinding {
  readonly field: 'reason' | 'remedies' | 'promisedDays' | 'papers'
  readonly text: Label
}

const optionalReason: readonly Verb[] = ['issue', 'receive', 'confirmWithdraw', 'accept', 'resubmit', 'supply']
const withRemedies: readonly Verb[] = ['refuseAcceptance', 'takeBack', 'revoke']

/** Empty: the form can be sent. What only the server knows, the server says. */
export function findingsOf(verb: Verb, draft: StepDraft, { papers }: Pick<CaseDetail, 'papers'>): StepFinding[] {
  const found: StepFinding[] = []
  const refusing = verb === 'decide' && notPassed(draft)
  if (draft.reason.trim() === '' && (refusing || (verb !== 'decide' && !optionalReason.includes(verb)))) {
    found.push({ field: 'reason', text: { zh: '请写明理由。', en: 'Give the reason.' } })
  }
  if (draft.remedies.trim() === '' && (refusing || withRemedies.includes(verb))) {
    found.push({
      field: 'remedies',
      text: { zh: '请写明申请人如何救济。', en: 'Say how the applicant may have it reviewed.' },
    })
  }
  const days = Number(draft.promisedDays)
  if (verb === 'suspend' && !(Number.isInteger(days) && days >= 1 && days <= 400)) {
    found.push({
      field: 'promisedDays',
      text: {
        zh: '请填告知申请人的工作日数（1 至 400）。',
        en: 'Give the working days told to the applicant (1 to 400).',
      },
    })
  }
  return [...found, ...paperFindings(verb, draft, papers)]
}

function paperFindings(verb: Verb, draft: StepDraft, papers: CaseDetail['papers']): StepFinding[] {
  if (verb !== 'correct' && verb !== 'resubmit' && verb !== 'supply') return []
  const ticked = papers.filter((paper) => isAsked(paper, verb) && draft.papers[paper.ref]?.on)
  if (ticked.length === 0) {
    return [{ field: 'papers', text: { zh: '请至少勾选一份材料。', en: 'Tick at least one paper.' } }]
  }
  if (verb !== 'correct') return []
  return ticked
    .filter(({ ref }) => draft.papers[ref]?.note.trim() === '')
    .map(({ name }) => ({
      field: 'papers',
      text: { zh: `请写明“${name.zh}”有什么问题。`, en: `Say what is wrong with "${name.en}".` },
    }))
}
