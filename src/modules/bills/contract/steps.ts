import type { Label } from '../../../kernel/label.ts'

/** Life of a line of the bill: due, told to be paid by the enterprise, confirmed; or waived; refunded in part or whole; void when the plan lost it. */
export const lineStates = ['due', 'reported', 'paid', 'waived', 'refunded', 'void'] as const
export type LineState = (typeof lineStates)[number]

export const lineStateLabels: Readonly<Record<LineState, Label>> = {
  due: { zh: '待缴', en: 'Due' },
  reported: { zh: '企业已报缴，待确认', en: 'Reported, to be confirmed' },
  paid: { zh: '已缴', en: 'Paid' },
  waived: { zh: '已减免', en: 'Waived' },
  refunded: { zh: '已退', en: 'Refunded' },
  void: { zh: '不再需要', en: 'No longer needed' },
}

export const lineVerbs = ['assess', 'report', 'confirm', 'reject', 'waive', 'refund'] as const
export type LineVerb = (typeof lineVerbs)[number]

export interface LineStep {
  readonly label: Label
  readonly from: readonly LineState[]
  readonly to: LineState
  readonly permission: `bills.${string}`
  /** Taken for several lines at once. */
  readonly together: boolean
}

/** The one table of steps: the server refuses by it, the pages show by it. */
export const lineSteps: Readonly<Record<LineVerb, LineStep>> = {
  assess: {
    ...{ label: { zh: '核定金额', en: 'Set the amount' }, from: ['due'], to: 'due' },
    ...{ permission: 'bills.assess', together: false },
  },
  report: {
    ...{ label: { zh: '上传缴款凭证', en: 'Report as paid' }, from: ['due'], to: 'reported' },
    ...{ permission: 'bills.report', together: true },
  },
  confirm: {
    ...{ label: { zh: '确认到账', en: 'Confirm the payment' }, from: ['reported'], to: 'paid' },
    ...{ permission: 'bills.confirm', together: true },
  },
  reject: {
    ...{ label: { zh: '未到账，退回', en: 'Not received' }, from: ['reported'], to: 'due' },
    ...{ permission: 'bills.confirm', together: true },
  },
  waive: {
    ...{ label: { zh: '减免', en: 'Waive' }, from: ['due'], to: 'waived' },
    ...{ permission: 'bills.waive', together: false },
  },
  refund: {
    ...{ label: { zh: '退费', en: 'Refund' }, from: ['paid', 'refunded'], to: 'refunded' },
    ...{ permission: 'bills.refund', together: false },
  },
}

export interface LineSubject {
  readonly state: LineState
  /** Null: not known yet. */
  readonly amount: string | null
  readonly paid: string | null
  readonly refunded: string
}

/** Why the line cannot take this step now; null when it can. */
export function refusalOf(line: LineSubject, verb: LineVerb): Label | null {
  const { from, label } = lineSteps[verb]
  if (!from.includes(line.state)) {
    const now = lineStateLabels[line.state]
    return {
      zh: `这一项现为“${now.zh}”，不能${label.zh}；请刷新后看可以办的步骤。`,
      en: `The line is "${now.en}", so that "${label.en}" is not possible; reload to see what is.`,
    }
  }
  if (verb === 'report' && line.amount === null) {
    return {
      zh: '这一项的金额还没有确定，请先由部门核定再缴。',
      en: 'The amount of this line is not known yet: an office sets it first.',
    }
  }
  if (verb === 'refund' && line.paid !== null && line.paid === line.refunded) {
    return { zh: '这一项已经全部退还。', en: 'This line has been refunded in full.' }
  }
  return null
}

/** The steps that this caller may take now. */
export function allowedSteps(
  line: LineSubject,
  { permissions }: { readonly permissions: { has(permission: `bills.${string}`): boolean } },
): LineVerb[] {
  return lineVerbs.filter((verb) => permissions.has(lineSteps[verb].permission) && refusalOf(line, verb) === null)
}
