import { useQueries, useQuery } from '@tanstack/react-query'
import { call, queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getProjectPlan } from '../../contract/project-plan.ts'
import { getCase, listCases } from '../../contract.ts'

/** The running plan; asked only where the project has what it is computed from. */
export function useRunning(project: string, ready: boolean) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getProjectPlan, { zone: zone.code, id: project }), enabled: ready, staleTime: 0 })
}

/** Cases of a project, the latest first: one for a matter at a time, so that a page holds them all. */
export function useCases(project: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listCases, { zone: zone.code, project, limit: 200 }), staleTime: 0 })
}

/** The cases whole: papers and clocks. Those that are not there yet are left out. */
export function useDetails(ids: readonly string[]) {
  const { zone } = useMember()
  const answers = useQueries({
    queries: ids.map((id) => {
      const input = { zone: zone.code, id }
      return {
        queryKey: [getCase.name, input],
        queryFn: ({ signal }: { signal: AbortSignal }) => call(getCase, input, { signal }),
      }
    }),
  })
  return answers.flatMap(({ data }) => data ?? [])
}
