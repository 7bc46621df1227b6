import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { listOwnPromises, listPromises } from '../../contract.ts'

/** What a step of a promise changes; pages of other modules read it anew when they are opened. */
export const stale = [listPromises.name, listOwnPromises.name]

export function usePromises(contract?: string) {
  const { zone } = useMember()
  const input = { zone: zone.code, ...(contract !== undefined && { contract }) }
  return useQuery({ ...queryOf(listPromises, input), staleTime: 0 })
}

export function useOwnPromises(enabled: boolean) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listOwnPromises, { zone: zone.code }), staleTime: 0, enabled })
}
