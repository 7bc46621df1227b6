import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Endpoint, InputOf } from '../../../../kernel/endpoint.ts'
import { countNotifications } from '../../../../platform/outbox/contract.ts'
import { call, queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLive } from '../../../../web/kit/use-live.ts'
import type { FollowUpVerb } from '../../contract/steps.ts'
import * as contract from '../../contract.ts'

type Asked = Partial<Omit<InputOf<typeof contract.listFollowUps>, 'zone'>>

/** Follow-ups as the server orders them; kept fresh while the page is looked at. */
export function useFollowUps(asked: Asked) {
  const { zone } = useMember()
  const client = useQueryClient()
  useLive(['followups.changed'], () => void client.invalidateQueries({ queryKey: [contract.listFollowUps.name] }))
  return useQuery({
    ...queryOf(contract.listFollowUps, { zone: zone.code, view: 'all', limit: 200, ...asked }),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })
}

export function useRefresh() {
  const client = useQueryClient()
  return useCallback(
    () =>
      Promise.all(
        [contract.listFollowUps, contract.getFollowUp, countNotifications].map(({ name }) =>
          client.invalidateQueries({ queryKey: [name] }),
        ),
      ),
    [client],
  )
}

export interface StepDraft {
  readonly words?: string
  readonly days?: number
  readonly to?: { readonly kind: 'person' | 'department'; readonly id: string }
}

/** Takes one step; every list and the open sheet are asked anew. */
export function useStep({ id, version }: contract.FollowUp, verb: FollowUpVerb, onDone: () => void) {
  const { zone } = useMember()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (draft: StepDraft) => {
      // Every verb has its own door; the form's fields are checked by the door's schema.
      const door = contract.stepDoors[verb] as unknown as Endpoint<
        StepDraft & { zone: string; id: string; version: number },
        unknown
      >
      return call(door, { zone: zone.code, id, version, ...draft })
    },
    onSuccess: onDone,
    onSettled: refresh,
  })
}
