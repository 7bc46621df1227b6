import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { call } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLive } from '../../../../web/kit/use-live.ts'
import type { Stage } from '../../../projects/contract/stage.ts'
import { listTouched } from '../../contract/moves.ts'

/** Which projects are asked about. */
export interface Rule {
  readonly rule: string
  readonly beforeStage: Stage | ''
}

/** What of the rule is said. */
export function saidOf({ rule, beforeStage }: Rule) {
  return { ...(rule.trim() !== '' && { rule: rule.trim() }), ...(beforeStage !== '' && { beforeStage }) }
}

/** Projects and cases on an older version, and what the rule says of them. */
export function useTouched(rule: Rule) {
  const { zone } = useMember()
  const input = { zone: zone.code, limit: 20, ...saidOf(rule) }
  const query = useInfiniteQuery({
    queryKey: [listTouched.name, input],
    queryFn: ({ signal, pageParam }) =>
      call(listTouched, { ...input, ...(pageParam !== null && { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    retry: false,
  })
  useLive(['projects.changed', 'cases.moved', 'cases.changed'], () => void query.refetch())
  return query
}

/** A move; the same content under the same key, so that pressed twice it has one effect. */
export function useMove<In, Out>(door: Endpoint<In, Out>) {
  const client = useQueryClient()
  const sent = useRef({ content: '', key: '' })
  return useMutation({
    mutationFn: (input: In) => {
      const content = JSON.stringify(input)
      if (sent.current.content !== content) sent.current = { content, key: newKey() }
      return call(door, input, { key: sent.current.key })
    },
    onSettled: () => client.invalidateQueries({ queryKey: [listTouched.name] }),
  })
}
