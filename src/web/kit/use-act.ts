import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { call } from '../client.ts'
import { newKey } from './new-key.ts'
import { useMember } from './session/use-work.ts'

interface ActOptions<Out> {
  /** Names of the endpoints whose answers this act makes stale. */
  readonly stale: readonly string[]
  readonly onDone?: (out: Out) => void
}

/** One decision in the zone of the page: the same content goes out under the same key, so that pressed twice it has one effect. */
export function useAct<In extends { zone: string }, Out>(door: Endpoint<In, Out>, { stale, onDone }: ActOptions<Out>) {
  const { zone } = useMember()
  const client = useQueryClient()
  const sent = useRef({ content: '', key: '' })
  const refresh = () => Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })))
  return useMutation({
    mutationFn: (content: Omit<In, 'zone'>) => {
      const input = { ...content, zone: zone.code } as unknown as In
      const text = JSON.stringify(input)
      if (sent.current.content !== text) sent.current = { content: text, key: newKey() }
      return call(door, input, { key: sent.current.key })
    },
    onSuccess: async (out) => {
      await refresh()
      onDone?.(out)
    },
    onError: refresh,
  })
}
