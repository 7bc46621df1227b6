import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { call } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import type { CaseDetail } from '../../contract/case.ts'
import { decisions } from '../../contract/decisions.ts'
import type { Verb } from '../../contract/step-table.ts'
import { getCase } from '../../contract.ts'
import { refreshCases } from '../parts/refresh.ts'

/** Sends a step. The same content goes under the same key, so that a second press, or a retry after a lost answer, has one effect. */
export function useStep(detail: CaseDetail, verb: Verb, onDone: (after: CaseDetail) => void) {
  const { zone } = useMember()
  const client = useQueryClient()
  const keyFor = useKeyFor()
  const door = decisions[verb] as unknown as Endpoint<Record<string, unknown>, CaseDetail>
  return useMutation({
    mutationFn: (content: Record<string, unknown>) => {
      const input = { zone: zone.code, id: detail.id, version: detail.version, ...content }
      return call(door, input, { key: keyFor(JSON.stringify([verb, input])) })
    },
    onSuccess: (after) => {
      client.setQueryData([getCase.name, { zone: zone.code, id: detail.id }], after)
      onDone(after)
      return refreshCases(client)
    },
    // Somebody was faster: the form stays, and the case beside it is read again.
    onError: () => client.invalidateQueries({ queryKey: [getCase.name] }),
  })
}

/** A key for each content: a changed form is a new act, the same form sent again is not. */
export function useKeyFor(): (content: string) => string {
  const last = useRef({ content: '', key: '' })
  return (content) => {
    if (last.current.content !== content) last.current = { content, key: newKey() }
    return last.current.key
  }
}
