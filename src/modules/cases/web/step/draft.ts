import type { CaseDetail, opinionKinds } from '../../contract/case.ts'
import type { CasePaper } from '../../contract/paper.ts'
import type { DecisionResult } from '../../contract/state.ts'
import type { Verb } from '../../contract/step-table.ts'

/** One paper in the form of a step: ticked, with what is said of it and the file that goes with it. */
export interface PaperDraft {
  readonly on: boolean
  readonly note: string
  readonly fileId: string | null
}

/** Everything that the form of a step may hold; each step reads its part. Texts as typed. */
export interface StepDraft {
  readonly reason: string
  readonly remedies: string
  readonly opinion: (typeof opinionKinds)[number]
  readonly result: DecisionResult
  readonly promisedDays: string
  /** Number of a written notice. */
  readonly notice: string
  /** The legal day when it is not today; empty otherwise. */
  readonly happenedOn: string
  readonly papers: Readonly<Record<string, PaperDraft>>
}

export const noPaper: PaperDraft = { on: false, note: '', fileId: null }

/** What a form begins with: the usual answer is there, so that the usual step is one press. */
export function beginDraft({ papers }: Pick<CaseDetail, 'papers'>, verb: Verb): StepDraft {
  const owed = papers.some(({ status }) => status === 'owed')
  const ticked = papers.filter((paper) => isAsked(paper, verb) && verb !== 'correct' && verb !== 'accept')
  return {
    reason: '',
    remedies: '',
    opinion: 'agree',
    result: owed ? 'pass_with_tolerance' : 'pass',
    promisedDays: '',
    notice: '',
    happenedOn: '',
    papers: Object.fromEntries(ticked.map(({ ref }) => [ref, { ...noPaper, on: verb === 'resubmit' }])),
  }
}

/** The papers that the step is about. */
export function isAsked({ status }: Pick<CasePaper, 'status'>, verb: Verb): boolean {
  if (verb === 'correct') return true
  if (verb === 'resubmit') return status === 'returned'
  if (verb === 'supply') return status === 'owed'
  return verb === 'accept' && status !== 'given' && status !== 'accepted'
}

/** What is sent, without zone, id and version, which the case gives. */
export function inputOf(verb: Verb, draft: StepDraft, { papers }: Pick<CaseDetail, 'papers'>): Record<string, unknown> {
  const reason = draft.reason.trim()
  const remedies = draft.remedies.trim()
  const notice = draft.notice.trim()
  const asked = papers.filter((paper) => isAsked(paper, verb))
  const ticked = asked.flatMap(({ ref, treatment }) => {
    const paper = draft.papers[ref]
    return paper?.on ? [{ ref, treatment, ...paper, note: paper.note.trim() }] : []
  })
  const day = draft.happenedOn === '' ? {} : { happenedOn: draft.happenedOn }
  switch (verb) {
    case 'correct':
      return { ...day, reason, papers: ticked.map(({ ref, note }) => ({ ref, note })) }
    case 'resubmit':
    case 'supply':
      return { ...day, papers: ticked.map(({ ref, note, fileId }) => ({ ref, fileId, note: orNull(note) })) }
    case 'accept':
      return { ...day, owed: refsOf(ticked, 'tolerable'), covered: refsOf(ticked, 'regional') }
    case 'refuseAcceptance':
    case 'takeBack':
    case 'revoke':
      return { ...day, reason, remedies }
    case 'suspend':
      return { ...day, reason, promisedDays: Number(draft.promisedDays), paper: orNull(notice) }
    case 'resume':
      return { ...day, reason, paper: orNull(notice) }
    case 'giveOpinion':
      return { ...day, reason, opinion: draft.opinion }
    case 'decide':
      return {
        ...day,
        result: draft.result,
        reason: orNull(reason),
        remedies: notPassed(draft) ? orNull(remedies) : null,
      }
    case 'issue':
      return { ...day, reason: orNull(reason) }
    case 'receive':
    case 'confirmWithdraw':
      return day
    default:
      return { ...day, reason }
  }
}

export function notPassed({ result }: Pick<StepDraft, 'result'>): boolean {
  return result === 'not_pass'
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

function refsOf(papers: readonly { readonly ref: string; readonly treatment: string }[], treatment: string): string[] {
  return papers.filter((paper) => paper.treatment === treatment).map(({ ref }) => ref)
}
