import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { listAssignable, listAssignments } from '../../contract.ts'

/** What a step on an assignment makes stale. */
export const assignmentDoors = [listAssignments.name, listAssignable.name]

export function useAssignments(project?: string) {
  const { zone } = useMember()
  const input = { zone: zone.code, ...(project !== undefined && { project }) }
  return useQuery({ ...queryOf(listAssignments, input), staleTime: 0, refetchOnWindowFocus: true })
}
