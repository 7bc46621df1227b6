import type { Label } from '../../../../kernel/label.ts'
import type { CaseDetail } from '../../contract/case.ts'
import type { Verb } from '../../contract/step-table.ts'
import { isAsked, notPassed, type StepDraft } from './draft.ts'

/** What is still missing in the form, each with the field that it is about. */
export interface StepFinding {
  readonly field: 'reason' | 'remedies' | 'promisedDays' | 'papers' | 'days' | 'departments' | 'target'
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
  return [...found, ...laterFindings(verb, draft), ...paperFindings(verb, draft, papers)]
}

function laterFindings(verb: Verb, { days, departments, target }: StepDraft): StepFinding[] {
  if (verb === 'extend' && !isDays(days)) {
    return [{ field: 'days', text: { zh: '请填延长的天数（整数）。', en: 'Give the days of the extension.' } }]
  }
  if (verb === 'transfer' && target === '') {
    return [{ field: 'target', text: { zh: '请选择转给谁。', en: 'Choose to whom it goes.' } }]
  }
  if (verb !== 'askOpinions') return []
  const asked = Object.values(departments)
  if (asked.length > 0 && asked.every((one) => one === '' || isDays(one))) return []
  return [
    {
      field: 'departments',
      text: {
        zh: '请至少选一个部门，天数填 1 至 60 的整数。',
        en: 'Choose a department; days are whole, from 1 to 60.',
      },
    },
  ]
}

function isDays(text: string): boolean {
  const days = Number(text)
  return text.trim() !== '' && Number.isInteger(days) && days >= 1 && days <= 60
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
