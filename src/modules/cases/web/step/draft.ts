import type { CaseDetail } from '../../contract/case.ts'
import type { CasePaper } from '../../contract/paper.ts'
import type { ProcedureKind, ReversalKind } from '../../contract/procedure.ts'
import type { OpinionKind } from '../../contract/review.ts'
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
  readonly opinion: OpinionKind
  readonly result: DecisionResult
  readonly promisedDays: string
  readonly procedure: ProcedureKind
  /** Days of an extension, as typed. */
  readonly days: string
  /** Departments that are asked, by id: the days each has. */
  readonly departments: Readonly<Record<string, string>>
  /** `person:<id>` or `department:<id>`. */
  readonly target: string
  readonly reversal: ReversalKind
  /** Number of a written notice. */
  readonly notice: string
  /** The legal day when it is not today; empty otherwise. */
  readonly happenedOn: string
  readonly papers: Readonly<Record<string, PaperDraft>>
}

export const noPaper: PaperDraft = { on: false, note: '', fileId: null }

/** What of the case a form reads. */
export type DraftOf = Pick<CaseDetail, 'papers'> & { readonly rules?: Pick<CaseDetail['rules'], 'extensionDays'> }

/** What a form begins with: the usual answer is there, so that the usual step is one press. */
export function beginDraft({ papers, rules }: DraftOf, verb: Verb): StepDraft {
  const owed = papers.some(({ status }) => status === 'owed')
  const ticked = papers.filter((paper) => isAsked(paper, verb) && verb !== 'correct' && verb !== 'accept')
  return {
    reason: '',
    remedies: '',
    opinion: 'agree',
    result: owed ? 'pass_with_tolerance' : 'pass',
    promisedDays: '',
    procedure: 'expertReview',
    days: String(rules?.extensionDays ?? ''),
    departments: {},
    target: '',
    reversal: 'reconsideration',
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
      return {
        ...{ ...day, owed: refsOf(ticked, 'tolerable'), covered: refsOf(ticked, 'regional') },
        awaiting: refsOf(ticked, 'hard'),
      }
    case 'refuseAcceptance':
    case 'takeBack':
    case 'revoke':
      return { ...day, reason, remedies }
    case 'suspend':
      return {
        ...{ ...day, reason, promisedDays: Number(draft.promisedDays), paper: orNull(notice) },
        procedure: draft.procedure,
      }
    case 'extend':
    case 'askOpinions':
    case 'transfer':
    case 'reverse':
      return { ...day, reason, ...laterInput(verb, draft) }
    case 'resume':
      return { ...day, reason, paper: orNull(notice) }
    case 'giveOpinion':
    case 'concludeReview':
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

/** What only the steps of a longer case send. */
function laterInput(verb: 'extend' | 'askOpinions' | 'transfer' | 'reverse', draft: StepDraft) {
  switch (verb) {
    case 'extend':
      return { days: draft.days.trim() === '' ? null : Number(draft.days) }
    case 'askOpinions':
      return { departments: Object.entries(draft.departments).map(([id, days]) => ({ id, days: daysOrNull(days) })) }
    case 'transfer': {
      const [kind, id = ''] = draft.target.split(':')
      return kind === 'department' ? { department: id } : { person: id }
    }
    case 'reverse':
      return { reversal: draft.reversal, paper: orNull(draft.notice.trim()) }
  }
}

function daysOrNull(days: string): number | null {
  return days.trim() === '' ? null : Number(days)
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
