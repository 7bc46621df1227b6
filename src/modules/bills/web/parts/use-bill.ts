import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { call, queryOf } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import type { LineVerb } from '../../contract/steps.ts'
import { assess, confirm, drawUp, getBill, type ProjectBill, refund, reject, report, waive } from '../../contract.ts'

const doors = { assess, report, confirm, reject, waive, refund, drawUp } as const satisfies Record<
  LineVerb | 'drawUp',
  unknown
>

export function useBill(project: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getBill, { zone: zone.code, project }), staleTime: 0 })
}

/** A write on the bill; the same content under the same key, so that pressed twice it has one effect. */
export function useBillStep(verb: keyof typeof doors, onDone: () => void) {
  const { zone } = useMember()
  const client = useQueryClient()
  const sent = useRef({ content: '', key: '' })
  const door = doors[verb] as unknown as Endpoint<Record<string, unknown>, ProjectBill>
  return useMutation({
    mutationFn: (content: Record<string, unknown>) => {
      const input = { zone: zone.code, ...content }
      const text = JSON.stringify(input)
      if (sent.current.content !== text) sent.current = { content: text, key: newKey() }
      return call(door, input, { key: sent.current.key })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [getBill.name] })
      onDone()
    },
  })
}
