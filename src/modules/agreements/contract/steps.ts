import type { Label } from '../../../kernel/label.ts'

/** Life of an agreed plan (一项目一方案一清单): proposed by the zone, signed by both sides, in force until a later one is. */
export const agreementStates = ['proposed', 'in_force', 'replaced', 'declined', 'withdrawn'] as const
export type AgreementState = (typeof agreementStates)[number]

export const agreementStateLabels: Readonly<Record<AgreementState, Label>> = {
  proposed: { zh: '待签', en: 'To be signed' },
  in_force: { zh: '生效', en: 'In force' },
  replaced: { zh: '已被替代', en: 'Replaced' },
  declined: { zh: '企业不同意', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

export const sides = ['enterprise', 'zone'] as const
export type Side = (typeof sides)[number]

export const sideLabels: Readonly<Record<Side, Label>> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  zone: { zh: '开发区', en: 'Zone' },
}

export const agreementVerbs = ['sign', 'signForZone', 'recordSignature', 'decline', 'withdraw'] as const
export type AgreementVerb = (typeof agreementVerbs)[number]

export interface AgreementStep {
  readonly label: Label
  readonly permission: `agreements.${string}`
  /** Whose signature it is. */
  readonly side: Side | null
  readonly needs: readonly ('reason' | 'file')[]
}

/** The one table of steps: the server refuses by it, the pages show by it. */
export const agreementSteps: Readonly<Record<AgreementVerb, AgreementStep>> = {
  sign: {
    label: { zh: '企业签署', en: 'Sign for the enterprise' },
    permission: 'agreements.sign',
    side: 'enterprise',
    needs: [],
  },
  signForZone: {
    label: { zh: '代表开发区签署', en: 'Sign for the zone' },
    permission: 'agreements.signForZone',
    side: 'zone',
    needs: [],
  },
  recordSignature: {
    label: { zh: '登记企业纸质签署', en: "Record the enterprise's signature on paper" },
    permission: 'agreements.recordSignature',
    side: 'enterprise',
    needs: ['file'],
  },
  decline: {
    label: { zh: '不同意', en: 'Decline' },
    permission: 'agreements.sign',
    side: null,
    needs: ['reason'],
  },
  withdraw: {
    label: { zh: '撤回', en: 'Withdraw' },
    permission: 'agreements.propose',
    side: null,
    needs: ['reason'],
  },
}

export interface AgreementSubject {
  readonly state: AgreementState
  readonly signed: Readonly<Record<Side, boolean>>
}

/** Who asks; an enterprise's account acts for the enterprise, everybody else for the zone. */
export interface AgreementCaller {
  readonly permissions: { has(permission: `agreements.${string}`): boolean }
  readonly enterpriseId: string | null
}

/** Why this step cannot be taken now; null when it can. */
export function refusalOf({ state, signed }: AgreementSubject, verb: AgreementVerb): Label | null {
  const { label, side } = agreementSteps[verb]
  if (state !== 'proposed') {
    const now = agreementStateLabels[state]
    return {
      zh: `这份约定方案现为“${now.zh}”，不能${label.zh}；请刷新后看可以办的步骤。`,
      en: `The agreed plan is "${now.en}", so that "${label.en}" is not possible; reload to see what is.`,
    }
  }
  if (side === null || !signed[side]) return null
  return {
    zh: `${sideLabels[side].zh}已经签过，不用再签；等另一方签署后生效。`,
    en: `The ${sideLabels[side].en.toLowerCase()} has signed already: once the other side has, it is in force.`,
  }
}

/** The steps that this caller may take now. */
export function allowedSteps(subject: AgreementSubject, { permissions }: AgreementCaller): AgreementVerb[] {
  return agreementVerbs.filter(
    (verb) => permissions.has(agreementSteps[verb].permission) && refusalOf(subject, verb) === null,
  )
}
