import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getCredit, listCredit } from '../../contract.ts'

/** What a decision on credit makes stale. */
export const creditDoors = [getCredit.name, listCredit.name]

export function useCredit(enterprise: string | undefined, enabled = true) {
  const { zone } = useMember()
  const input = { zone: zone.code, ...(enterprise !== undefined && { enterprise }) }
  return useQuery({ ...queryOf(getCredit, input), enabled, staleTime: 0 })
}
