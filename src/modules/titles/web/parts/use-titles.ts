import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { listTitles } from '../../contract.ts'

export function useTitles() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listTitles, { zone: zone.code }), staleTime: 0 })
}
