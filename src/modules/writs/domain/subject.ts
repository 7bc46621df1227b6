/** What happened in a case, as far as a writ tells it. Days are legal days. */
export interface Step {
  readonly ordinal: number
  readonly verb: string
  readonly on: string
  readonly reason: string | null
  readonly remedies: string | null
  readonly result: string | null
  /** Working days: of a special procedure, of an extension. */
  readonly days: number | null
  /** Which special procedure. */
  readonly procedure: string | null
  readonly notice: string | null
  readonly papers: readonly { readonly ref: string; readonly status: string; readonly note: string | null }[]
}

export interface PaperLine {
  readonly ref: string
  readonly name: string
  readonly status: string
  readonly supplyBy: string | null
  /** Day by which an owed paper is to be there; null when nothing says so. */
  readonly dueOn: string | null
}

export interface Limit {
  readonly days: number
  readonly unit: 'workday' | 'calendarDay'
}

export interface CaseSubject {
  readonly number: string
  readonly matter: string
  readonly receivedOn: string
  readonly acceptedOn: string | null
  readonly decidedOn: string | null
  readonly issuedOn: string | null
  readonly handler: string | null
  readonly statutory: Limit
  readonly promised: Limit
  /** Day by which an answer to the application is due, and the day by which it is to be decided. */
  readonly answerBy: string | null
  readonly decideBy: string | null
  /** What a pass brings. */
  readonly outcomes: readonly string[]
  readonly papers: readonly PaperLine[]
  readonly steps: readonly Step[]
  /** Writs of the case that stand, for the proof of their delivery. */
  readonly writs: readonly { readonly title: string; readonly number: string }[]
}

export interface CommitmentSubject {
  readonly matter: string
  readonly text: string
  readonly paper: string
  readonly check: string
  readonly signedOn: string | null
}

export interface BundleSubject {
  readonly number: string
  readonly matters: readonly { readonly name: string; readonly department: string }[]
  readonly papers: readonly { readonly name: string; readonly usedBy: string; readonly status: string }[]
  readonly address: string | null
  readonly investment: string | null
}

/** What a writ is made of, whatever its kind. */
export interface WritSubject {
  readonly today: string
  readonly issuer: {
    readonly name: string
    readonly reviewBody: string | null
    readonly court: string | null
    readonly address: string | null
    readonly phone: string | null
  }
  readonly applicant: { readonly name: string; readonly uscc: string | null }
  readonly project: { readonly name: string; readonly code: string | null }
  readonly remedies: { readonly review: string; readonly sue: string }
  readonly note: string
  readonly sample: boolean
  readonly case: CaseSubject | null
  readonly commitment: CommitmentSubject | null
  readonly bundle: BundleSubject | null
}

/** What a template is filled with. A value that is not there is null: the template shows a blank line. */
export type WritValues = Readonly<Record<string, string | null | readonly Readonly<Record<string, string | null>>[]>>
