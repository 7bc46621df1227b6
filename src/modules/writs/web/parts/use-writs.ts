import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { call, queryOf } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLive } from '../../../../web/kit/use-live.ts'
import { getCaseReceipt } from '../../contract/receipt.ts'
import { getWrit, listDueWrits, listWrits } from '../../contract.ts'

const names: readonly string[] = [listWrits.name, listDueWrits.name, getWrit.name, getCaseReceipt.name]

function useRefresh() {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({ predicate: ({ queryKey: [name] }) => typeof name === 'string' && names.includes(name) })
}

/** The writs of a case or of a project, as they are on the server, whoever makes them. */
export function useWrits(of: { readonly case?: string; readonly project?: string }) {
  const { zone } = useMember()
  const refresh = useRefresh()
  useLive(['writs.changed', 'cases.changed'], () => void refresh())
  return useQuery({ ...queryOf(listWrits, { zone: zone.code, limit: 200, ...of }), staleTime: 0 })
}

/** A decision on writs: the same content under the same key, so that a second press has one effect. */
export function useWritAct<In, Out>(door: Endpoint<In, Out>, onDone: (answer: Out) => void) {
  const sent = useRef({ content: '', key: '' })
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (input: In) => {
      const text = JSON.stringify(input)
      if (sent.current.content !== text) sent.current = { content: text, key: newKey() }
      return call(door, input, { key: sent.current.key })
    },
    onSuccess: async (answer) => {
      await refresh()
      onDone(answer)
    },
    onError: () => void refresh(),
  })
}
