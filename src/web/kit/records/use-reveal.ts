import { useMutation } from '@tanstack/react-query'
import type { KindView } from '../../../kernel/kind-view.ts'
import { call } from '../../client.ts'
import { useMember } from '../session/use-work.ts'
import { doorsOf, type Row } from './doors.ts'

/** The personal values of a record in full; each look is journaled. They are not kept beyond the component that asked. */
export function useReveal(kind: KindView, row: Row | null) {
  const { zone } = useMember()
  return useMutation({
    mutationFn: () => call(doorsOf(kind).reveal, { zone: zone.code, id: row?.id }),
    gcTime: 0,
  })
}
