import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { call, queryOf } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import type { Cause, ProjectCondition } from '../../contract/stage.ts'
import { advanceProject, type Dossier, getDossier, turnProject } from '../../contract.ts'

/** The project as the caller may see it. */
export function useDossier(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getDossier, { zone: zone.code, id }), staleTime: 0 })
}

/** A stage proved, or the condition turned: one effect however often it is pressed. */
export function useMove({ id, version, next }: Dossier) {
  const { zone } = useMember()
  const client = useQueryClient()
  const key = useRef('')
  const head = { zone: zone.code, id, version }
  return useMutation({
    mutationFn: (to: 'next' | { to: ProjectCondition; cause: Cause; reason: string }) => {
      if (key.current === '') key.current = newKey()
      const sending = { key: key.current }
      if (to !== 'next') return call(turnProject, { ...head, ...to }, sending)
      return call(advanceProject, { ...head, to: next?.stage ?? 'capacity' }, sending)
    },
    onSettled: async () => {
      key.current = ''
      await client.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith('projects.') })
    },
  })
}
