import type { WritKind } from '../contract/kinds.ts'
import type { Step } from './subject.ts'

const passes = ['pass', 'pass_with_tolerance']

/**
 * Which steps of a case ask for which writ: 行政许可法 (2019) 第32条 receipt, correction, acceptance and non-acceptance in writing; 第42条第1款
 * extension told with its reason; 第38条 the decision, 第39条 the certificate; 第44条 delivery; 第45条 special procedures told in writing.
 */
const asks: Readonly<Partial<Record<WritKind, (step: Step) => boolean>>> = {
  receipt: ({ verb }) => verb === 'submit',
  correction: ({ verb }) => verb === 'correct',
  acceptance: (step) => isAcceptance(step) && !owes(step),
  tolerance: (step) => isAcceptance(step) && owes(step),
  nonAcceptance: ({ verb }) => verb === 'refuseAcceptance' || verb === 'decline',
  special: ({ verb }) => verb === 'suspend',
  extension: ({ verb }) => verb === 'extend',
  approval: ({ verb, result }) => verb === 'decide' && passes.includes(result ?? ''),
  certificate: ({ verb, result }) => verb === 'decide' && passes.includes(result ?? ''),
  refusal: ({ verb, result }) => verb === 'decide' && result === 'not_pass',
  delivery: ({ verb }) => verb === 'issue',
}

function isAcceptance({ verb }: Step): boolean {
  return verb === 'accept' || verb === 'deemAccepted'
}

function owes({ papers }: Step): boolean {
  return papers.some(({ status }) => status === 'owed')
}

/** The step that a writ of this kind tells of: the last one that asks for it. */
export function sourceStep(kind: WritKind, steps: readonly Step[]): Step | undefined {
  const wanted = asks[kind]
  return wanted && steps.findLast(wanted)
}

export interface Made {
  readonly kind: WritKind
  readonly ordinal: number | null
}

/** The writs that the steps of a case ask for and that do not stand yet, in the order of the steps. */
export function dueWrits(steps: readonly Step[], standing: readonly Made[]): { kind: WritKind; step: Step }[] {
  const has = (kind: WritKind, { ordinal }: Step) =>
    standing.some((made) => made.kind === kind && made.ordinal === ordinal)
  return steps.flatMap((step) =>
    (Object.keys(asks) as WritKind[])
      .filter((kind) => asks[kind]?.(step) && !has(kind, step))
      .map((kind) => ({ kind, step })),
  )
}
