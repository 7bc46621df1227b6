import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getContract, listContracts } from '../../contract/contracts.ts'
import { listOfferings } from '../../contract/offerings.ts'
import { getWaiting } from '../../contract/waiting.ts'
import { getSupplyPlan } from '../../contract.ts'

/** What any decision of supply may change. */
export const stale = [getWaiting.name, listOfferings.name, listContracts.name, getContract.name, getSupplyPlan.name]

export function useWaitingList() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getWaiting, { zone: zone.code }), staleTime: 0 })
}

export function useOfferings() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listOfferings, { zone: zone.code }), staleTime: 0 })
}

export function useContracts(project?: string) {
  const { zone } = useMember()
  const input = { zone: zone.code, ...(project !== undefined && { project }) }
  return useQuery({ ...queryOf(listContracts, input), staleTime: 0 })
}

export function useContract(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getContract, { zone: zone.code, id }), staleTime: 0 })
}

export function useSupplyPlan() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getSupplyPlan, { zone: zone.code }), staleTime: 0 })
}
