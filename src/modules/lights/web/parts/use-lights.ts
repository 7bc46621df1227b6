import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { listLights } from '../../contract.ts'

export function useLights(project?: string) {
  const { zone } = useMember()
  const input = { zone: zone.code, ...(project !== undefined && { project }) }
  return useQuery({ ...queryOf(listLights, input), staleTime: 0 })
}
