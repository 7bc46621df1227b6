import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { call, queryOf } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import type { AgreementVerb } from '../../contract/steps.ts'
import {
  type Agreement,
  decline,
  getAgreement,
  getDeviations,
  listAgreements,
  proposeAgreement,
  recordSignature,
  sign,
  signForZone,
  withdraw,
} from '../../contract.ts'

const doors = { sign, signForZone, recordSignature, decline, withdraw } as const satisfies Record<
  AgreementVerb,
  unknown
>

export function useAgreements(project: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listAgreements, { zone: zone.code, project }), staleTime: 0 })
}

/** With its lists; asked when somebody opens them. */
export function useWholeAgreement(id: string | null) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getAgreement, { zone: zone.code, id: id ?? '' }), enabled: id !== null })
}

export function useDeviations(project: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getDeviations, { zone: zone.code, project }), staleTime: 0 })
}

/** A write of this module; the same content under the same key, so that pressed twice it has one effect. */
export function useSend<In>(door: Endpoint<In, Agreement>, onDone: () => void) {
  const client = useQueryClient()
  const sent = useRef({ content: '', key: '' })
  return useMutation({
    mutationFn: (input: In) => {
      const content = JSON.stringify(input)
      if (sent.current.content !== content) sent.current = { content, key: newKey() }
      return call(door, input, { key: sent.current.key })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: ({ queryKey: [name] }) => String(name).startsWith('agreements.') })
      onDone()
    },
  })
}

export function useStep(verb: AgreementVerb, onDone: () => void) {
  return useSend(doors[verb] as unknown as Endpoint<Record<string, unknown>, Agreement>, onDone)
}

export function usePropose(onDone: () => void) {
  return useSend(proposeAgreement, onDone)
}
