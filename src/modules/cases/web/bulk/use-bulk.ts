import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InputOf } from '../../../../kernel/endpoint.ts'
import { call } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { actOnMany, undoMany } from '../../contract/bulk.ts'
import { refreshCases } from '../parts/refresh.ts'
import { useKeyFor } from '../step/use-step.ts'

export type BulkAsk = Pick<InputOf<typeof actOnMany>, 'verb' | 'cases' | 'reason' | 'person' | 'department'>

/** Tried first, then done, then perhaps undone. The same act goes under one key, so that a second press has one effect. */
export function useBulk() {
  const { zone } = useMember()
  const client = useQueryClient()
  const keyFor = useKeyFor()
  const dry = useMutation({
    mutationFn: (ask: BulkAsk) => call(actOnMany, { zone: zone.code, ...ask, dryRun: true }),
  })
  const act = useMutation({
    mutationFn: (ask: BulkAsk) => {
      const input = { zone: zone.code, ...ask, dryRun: false }
      return call(actOnMany, input, { key: keyFor(JSON.stringify(input)) })
    },
    onSuccess: () => refreshCases(client),
  })
  const undo = useMutation({
    mutationFn: (batch: string) => call(undoMany, { zone: zone.code, id: batch }),
    onSuccess: () => refreshCases(client),
  })
  return { dry, act, undo }
}
