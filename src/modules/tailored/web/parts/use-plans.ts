import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getQuestions, listPlans } from '../../contract.ts'

/** What a decision on a tailored plan makes stale. */
export const tailoredDoors = [listPlans.name]

export function usePlans(enterprise: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listPlans, { zone: zone.code, enterprise }), staleTime: 0 })
}

export function useQuestions() {
  const { zone } = useMember()
  return useQuery(queryOf(getQuestions, { zone: zone.code }))
}
