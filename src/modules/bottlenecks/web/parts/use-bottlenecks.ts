import { useQuery } from '@tanstack/react-query'
import type { Endpoint, InputOf } from '../../../../kernel/endpoint.ts'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import type { Verb } from '../../contract/topic.ts'
import { type Bottleneck, doors, listBottlenecks } from '../../contract.ts'

export function useBottlenecks(asked: Omit<InputOf<typeof listBottlenecks>, 'zone'>) {
  const { zone } = useMember()
  return useQuery({
    ...queryOf(listBottlenecks, { zone: zone.code, ...asked }),
    staleTime: 0,
    refetchOnWindowFocus: true,
  })
}

export const stale = [listBottlenecks.name]

export interface StepDraft {
  readonly zone: string
  readonly id: string
  readonly version: number
  readonly words: string
  readonly owner?: string
  readonly days?: number
}

export function useStep(verb: Verb, onDone: () => void) {
  // Every verb has its own door; the form's fields are checked by the door's schema.
  return useAct(doors[verb] as unknown as Endpoint<StepDraft, Bottleneck>, { stale, onDone })
}
