import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { readFlats } from '../../contract.ts'

export const stale = [readFlats.name]

export function useFlats() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(readFlats, { zone: zone.code }), staleTime: 0 })
}
