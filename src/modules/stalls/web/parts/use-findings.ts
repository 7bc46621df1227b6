import { useQuery } from '@tanstack/react-query'
import { recordEndpoints } from '../../../../kernel/record-endpoints.ts'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { stall } from '../../contract/stall.ts'
import { listFindings } from '../../contract.ts'

/** What the rules find, of the zone or of one project. */
export function useFindings(project?: string) {
  const { zone } = useMember()
  const asked = { zone: zone.code, ...(project !== undefined && { project }) }
  return useQuery({ ...queryOf(listFindings, asked), staleTime: 0 })
}

/** What a judgement makes stale. */
export const stale = [listFindings.name, recordEndpoints(stall).list.name]
