import { useQuery } from '@tanstack/react-query'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import type { FaultVerb, Payer } from '../../contract/words.ts'
import { doors, type FaultView, readUpkeep } from '../../contract.ts'

export const stale = [readUpkeep.name]

export function useUpkeep() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(readUpkeep, { zone: zone.code }), staleTime: 0, refetchOnWindowFocus: true })
}

interface StepDraft {
  readonly zone: string
  readonly id: string
  readonly version: number
  readonly words?: string | null
  readonly handler?: string
  readonly cost?: string
  readonly payer?: Payer
  readonly because?: string | null
  readonly grade?: number
}

export function useStep(verb: FaultVerb, onDone: () => void) {
  // Every verb has its own door; the form's fields are checked by the door's schema.
  return useAct(doors[verb] as unknown as Endpoint<StepDraft, FaultView>, { stale, onDone })
}
