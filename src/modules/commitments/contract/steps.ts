import type { Label } from '../../../kernel/label.ts'

/** Life of a commitment (告知承诺, 国办发〔2020〕42号): drafted from the plan, signed, checked afterwards. */
export const commitmentStates = ['drafted', 'signed', 'verified', 'rectifying', 'rectified', 'breached'] as const
export type CommitmentState = (typeof commitmentStates)[number]

export const commitmentStateLabels: Readonly<Record<CommitmentState, Label>> = {
  drafted: { zh: '待签署', en: 'To be signed' },
  signed: { zh: '已签署', en: 'Signed' },
  verified: { zh: '核查属实', en: 'Verified' },
  rectifying: { zh: '限期整改', en: 'Under rectification' },
  rectified: { zh: '整改完成', en: 'Rectified' },
  breached: { zh: '违反承诺', en: 'Breached' },
}

export const commitmentVerbs = ['sign', 'verify', 'requireRectification', 'rectify', 'breach'] as const
export type CommitmentVerb = (typeof commitmentVerbs)[number]

/** Who signs: the applicant, or an office for a matter that the government starts itself. */
export const signers = ['enterprise', 'government'] as const
export type Signer = (typeof signers)[number]

export interface CommitmentStep {
  readonly label: Label
  readonly from: readonly CommitmentState[]
  readonly to: CommitmentState
  readonly permission: `commitments.${string}`
  readonly needs: readonly ('reason' | 'days')[]
}

/** The one table of steps: the server refuses by it, the pages show by it. */
export const commitmentSteps: Readonly<Record<CommitmentVerb, CommitmentStep>> = {
  sign: {
    label: { zh: '签署承诺', en: 'Sign' },
    from: ['drafted'],
    to: 'signed',
    permission: 'commitments.sign',
    needs: [],
  },
  verify: {
    label: { zh: '核查属实', en: 'Verify' },
    from: ['signed'],
    to: 'verified',
    permission: 'commitments.verify',
    needs: ['reason'],
  },
  requireRectification: {
    label: { zh: '责令限期整改', en: 'Require rectification' },
    from: ['signed'],
    to: 'rectifying',
    permission: 'commitments.requireRectification',
    needs: ['reason', 'days'],
  },
  rectify: {
    label: { zh: '确认整改完成', en: 'Confirm the rectification' },
    from: ['rectifying'],
    to: 'rectified',
    permission: 'commitments.rectify',
    needs: ['reason'],
  },
  breach: {
    label: { zh: '认定违反承诺', en: 'Declare a breach' },
    from: ['signed', 'rectifying'],
    to: 'breached',
    permission: 'commitments.breach',
    needs: ['reason'],
  },
}

export interface CommitmentSubject {
  readonly state: CommitmentState
  readonly signer: Signer
}

/** Who asks; `enterpriseId` tells an enterprise's account from an office's. */
export interface CommitmentCaller {
  readonly permissions: { has(permission: `commitments.${string}`): boolean }
  readonly enterpriseId: string | null
}

/** Why the commitment cannot take this step now; null when it can. */
export function refusalOf(subject: CommitmentSubject, verb: CommitmentVerb, caller: CommitmentCaller): Label | null {
  const step = commitmentSteps[verb]
  if (!step.from.includes(subject.state)) {
    const now = commitmentStateLabels[subject.state]
    return {
      zh: `承诺现为“${now.zh}”，不能${step.label.zh}；请刷新后看可以办的步骤。`,
      en: `The commitment is "${now.en}", so that "${step.label.en}" is not possible; reload to see what is.`,
    }
  }
  if (verb === 'sign' && (subject.signer === 'enterprise') !== (caller.enterpriseId !== null)) {
    return subject.signer === 'enterprise'
      ? {
          zh: '这份承诺由企业签署，请企业账号办理。',
          en: 'The enterprise signs this commitment, with its own account.',
        }
      : { zh: '这份承诺由部门签署。', en: 'An office signs this commitment.' }
  }
  return null
}

/** The steps that this caller may take now: a button that shows is a button that works. */
export function allowedSteps(subject: CommitmentSubject, caller: CommitmentCaller): CommitmentVerb[] {
  return commitmentVerbs.filter(
    (verb) => caller.permissions.has(commitmentSteps[verb].permission) && refusalOf(subject, verb, caller) === null,
  )
}

/** `requireRectification` → `require-rectification`. */
export function pathOf(verb: CommitmentVerb): string {
  return verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
