import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getAnnuals } from '../../../annuals/contract.ts'
import { listProposals, type ProposalState } from '../../contract.ts'

/** What a decision on a proposal makes stale. */
export const proposalDoors = [listProposals.name, getAnnuals.name]

export function useProposals(of: { readonly enterprise?: string; readonly state?: ProposalState }) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listProposals, { zone: zone.code, ...of }), staleTime: 0 })
}
