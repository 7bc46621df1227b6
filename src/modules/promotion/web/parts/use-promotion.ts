import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getAgreement, listReviews } from '../../contract/agreements.ts'
import { getFunnel, getLead, listDue } from '../../contract/leads.ts'
import { getLedger } from '../../contract/ledger.ts'
import { listBroughtHome } from '../../contract/returns.ts'
import { listTwins } from '../../contract/twins.ts'

/** What any decision of promotion may make stale. */
export const promotionDoors = [
  getLead,
  listDue,
  getFunnel,
  listTwins,
  getAgreement,
  listReviews,
  getLedger,
  listBroughtHome,
].map(({ name }) => name)

export function useLead(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getLead, { zone: zone.code, id }), staleTime: 0 })
}

export function useDue(mine: boolean, enabled = true) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listDue, { zone: zone.code, mine: mine ? 'yes' : 'no' }), staleTime: 0, enabled })
}

export function useAgreement(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getAgreement, { zone: zone.code, id }), staleTime: 0 })
}
