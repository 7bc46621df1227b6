import { useQueries, useQuery } from '@tanstack/react-query'
import { call, queryOf } from '../../../../web/client.ts'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { liaison, project } from '../../contract/project.ts'
import { listRunning } from '../../contract/running.ts'
import { getDossier } from '../../contract.ts'

const most = 50

/** Projects that go on, the first fifty; `mine` narrows them to those that the reader answers for, where the account belongs to a person. */
export function useActiveProjects({ mine = false } = {}) {
  const { zone } = useMember()
  const { personId } = zone
  const byPerson = mine && personId !== null
  const held = useQuery({
    ...queryOf(doorsOf(liaison).list, { zone: zone.code, limit: most, personId }),
    enabled: byPerson,
  })
  const all = useQuery({
    ...queryOf(doorsOf(project).list, { zone: zone.code, limit: most, condition: 'active' }),
    enabled: !byPerson,
  })
  const { error, refetch, data } = byPerson ? held : all
  const ids = data?.rows.flatMap((row) => {
    if (!byPerson) return [row.id]
    return row.until === null ? [String(row.projectId)] : []
  })
  return { ids: ids && [...new Set(ids)], more: data?.next !== null && data !== undefined, error, refetch }
}

/** These projects as the reader may see them; those that are not there yet are left out. */
export function useDossiers(ids: readonly string[]) {
  const { zone } = useMember()
  const answers = useQueries({
    queries: ids.map((id) => {
      const input = { zone: zone.code, id }
      return {
        queryKey: [getDossier.name, input],
        queryFn: ({ signal }: { signal: AbortSignal }) => call(getDossier, input, { signal }),
      }
    }),
  })
  return answers.flatMap(({ data }) => data ?? [])
}

/** Projects that go on and have a plan, the latest first, and how many have none. */
export function useRunning() {
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(listRunning, { zone: zone.code }))
  return { ids: data?.ids, more: data?.more ?? false, unplanned: data?.unplanned ?? 0, error, refetch }
}
