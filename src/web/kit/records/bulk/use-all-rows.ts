import { useMutation } from '@tanstack/react-query'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { mostBulk } from '../../../../kernel/record-bulk.ts'
import { call } from '../../../client.ts'
import type { Search } from '../../../search.ts'
import { useMember } from '../../session/use-work.ts'
import { listInputOf } from '../address.ts'
import { doorsOf, type Row } from '../doors.ts'

const page = 200

/** Reads all records that the list's conditions let through, up to as many as one bulk act takes. */
export function useAllRows(kind: KindView, search: Search, onRead: (rows: readonly Row[]) => void) {
  const { zone } = useMember()
  return useMutation({
    mutationFn: async () => {
      const rows: Row[] = []
      let after: string | undefined
      do {
        const input = { ...listInputOf(kind, search), zone: zone.code, limit: page, after }
        const read = await call(doorsOf(kind).list, input)
        rows.push(...read.rows)
        after = read.next ?? undefined
      } while (after !== undefined && rows.length < mostBulk)
      return rows.slice(0, mostBulk)
    },
    onSuccess: onRead,
  })
}
