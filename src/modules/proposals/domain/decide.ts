import { Problem } from '../../../kernel/problem.ts'
import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import type { ProposalState } from '../contract.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * What a record would hold if it were confirmed: of the own enterprise, said by the enterprise itself, on its word alone. These three are
 * not the enterprise's to choose, so that no proposal passes for the statement of an office.
 */
export function proposedValues(kind: AnyRecordKind, values: Values, enterpriseId: string): Values {
  const has = (field: string) => field in kind.fields
  return {
    ...values,
    ...(has('enterpriseId') && { enterpriseId }),
    ...(has('source') && { source: 'firm' }),
    ...(has('confidence') && { confidence: 'M' }),
  }
}

/** The state after a decision; only what waits can be decided or withdrawn. */
export function nextState(state: ProposalState, verb: 'accept' | 'decline' | 'withdraw'): ProposalState {
  if (state !== 'proposed') {
    throw new Problem('rule_violated', 'proposals.closed', {
      zh: '这条申报已经办完，请刷新；如需再改，请另报一条。',
      en: 'This proposal is closed: reload, and propose anew what has to change.',
    })
  }
  return verb === 'accept' ? 'accepted' : verb === 'decline' ? 'declined' : 'withdrawn'
}
