import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { listGuarantees } from '../../contract.ts'

export const stale = [listGuarantees.name]

export function useGuarantees(project?: string) {
  const { zone } = useMember()
  const input = { zone: zone.code, ...(project !== undefined && { project }) }
  return useQuery({ ...queryOf(listGuarantees, input), staleTime: 0 })
}
