import type { Label } from '../../../kernel/label.ts'

/** Life of a commitment (告知承诺, 国办发〔2020〕42号): drafted from the plan, signed, checked afterwards. */
export const commitmentStates = [
  'drafted',
  'signed',
  'verified',
  'rectifying',
  'rectified',
  'hearing',
  'breached',
] as const
export type CommitmentState = (typeof commitmentStates)[number]

export const commitmentStateLabels: Readonly<Record<CommitmentState, Label>> = {
  drafted: { zh: '待签署', en: 'To be signed' },
  signed: { zh: '已签署', en: 'Signed' },
  verified: { zh: '核查属实', en: 'Verified' },
  rectifying: { zh: '限期整改', en: 'Under rectification' },
  rectified: { zh: '整改完成', en: 'Rectified' },
  hearing: { zh: '拟认定违约，听取申辩', en: 'Breach proposed, enterprise heard' },
  breached: { zh: '违反承诺', en: 'Breached' },
}

export const commitmentVerbs = [
  'sign',
  'planCheck',
  'verify',
  'requireRectification',
  'rectify',
  'hear',
  'defend',
  'breach',
  'dropProposal',
] as const
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
  planCheck: {
    label: { zh: '安排核查', en: 'Plan the check' },
    from: ['signed'],
    to: 'signed',
    permission: 'commitments.planCheck',
    needs: ['reason', 'days'],
  },
  verify: {
    label: { zh: '核查属实', en: 'Verify' },
    from: ['signed', 'hearing'],
    to: 'verified',
    permission: 'commitments.verify',
    needs: ['reason'],
  },
  requireRectification: {
    label: { zh: '责令限期整改', en: 'Require rectification' },
    from: ['signed', 'hearing'],
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
  hear: {
    label: { zh: '拟认定违约并告知申辩', en: 'Propose a breach and hear' },
    from: ['signed', 'rectifying'],
    to: 'hearing',
    permission: 'commitments.hear',
    needs: ['reason', 'days'],
  },
  defend: {
    label: { zh: '陈述申辩', en: 'State a defence' },
    from: ['hearing'],
    to: 'hearing',
    permission: 'commitments.defend',
    needs: ['reason'],
  },
  breach: {
    label: { zh: '认定违反承诺', en: 'Declare a breach' },
    from: ['hearing'],
    to: 'breached',
    permission: 'commitments.breach',
    needs: ['reason'],
  },
  dropProposal: {
    label: { zh: '不提请撤销', en: 'Propose no revocation' },
    from: ['breached'],
    to: 'breached',
    permission: 'commitments.dropProposal',
    needs: ['reason'],
  },
}

/** Steps of whom the commitment binds. */
const signersSteps: readonly CommitmentVerb[] = ['sign', 'defend']

/** What a breach has made of the decision that rests on it: proposed to be revoked, revoked, or left standing with a reason. */
export const proposalStates = ['open', 'revoked', 'dropped'] as const
export type ProposalState = (typeof proposalStates)[number]

export const proposalLabels: Readonly<Record<ProposalState, Label>> = {
  open: { zh: '建议撤销据此作出的决定', en: 'Revocation of the decision proposed' },
  revoked: { zh: '决定已撤销', en: 'Decision revoked' },
  dropped: { zh: '不提请撤销', en: 'Revocation not proposed' },
}

export interface CommitmentSubject {
  readonly state: CommitmentState
  readonly signer: Signer
  /** Whom it binds has answered, or the days to answer are over. */
  readonly heard: boolean
  readonly proposal: ProposalState | null
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
  if (signersSteps.includes(verb) && (subject.signer === 'enterprise') !== (caller.enterpriseId !== null)) {
    return subject.signer === 'enterprise'
      ? {
          zh: `这份承诺由企业${step.label.zh.replace('承诺', '')}，请企业账号办理。`,
          en: 'This step is the enterprise’s, with its own account.',
        }
      : { zh: `这份承诺由部门${step.label.zh.replace('承诺', '')}。`, en: 'This step is an office’s.' }
  }
  if (verb === 'breach' && !subject.heard) {
    return {
      zh: '企业还没有陈述申辩，申辩期限也没有到；请等申辩或期满后再认定。',
      en: 'The enterprise has not been heard and its days are not over: wait for one of the two.',
    }
  }
  if (verb === 'dropProposal' && subject.proposal !== 'open') {
    return { zh: '没有待处理的撤销建议。', en: 'There is no open proposal to revoke.' }
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
