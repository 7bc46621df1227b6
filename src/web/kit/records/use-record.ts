import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { KindView } from '../../../kernel/kind-view.ts'
import { listViews } from '../../../platform/records/contract/views.ts'
import { type Client, call } from '../../client.ts'
import { useMember } from '../session/use-work.ts'
import { doorsOf, type Row } from './doors.ts'

/** One record in the zone of the page; a record of before is never shown while another one loads. */
export function useRecord(kind: KindView, id: string, enabled = true) {
  const { zone } = useMember()
  const door = doorsOf(kind).read
  const input = { zone: zone.code, id }
  return useQuery({
    queryKey: [door.name, input],
    queryFn: ({ signal }) => call(door, input, { signal }),
    enabled,
  })
}

/**
 * After a write: the record as it is now, and lists and history to be read again. What else stands on the page and is read anew at every
 * visit (a dossier, a sum) may be made of this record: it is asked for again without being waited for.
 */
export async function refreshRecord(client: Client, kind: KindView, { zone, record }: { zone: string; record: Row }) {
  const doors = doorsOf(kind)
  client.setQueryData([doors.read.name, { zone, id: record.id }], record)
  void client.invalidateQueries({ stale: true, refetchType: 'active' })
  await Promise.all([
    client.invalidateQueries({ queryKey: [doors.list.name] }),
    client.invalidateQueries({ queryKey: [doors.group.name] }),
    client.invalidateQueries({ queryKey: [listViews.name] }),
    client.invalidateQueries({ queryKey: [doors.history.name] }),
  ])
}

/** Archives a record, or brings it back when it is archived. */
export function useMove(kind: KindView, record: Row) {
  const { zone } = useMember()
  const client = useQueryClient()
  const doors = doorsOf(kind)
  return useMutation({
    mutationFn: () =>
      call(record.archivedAt === null ? doors.archive : doors.restore, {
        zone: zone.code,
        id: record.id,
        version: record.version,
      }),
    onSuccess: (written) => refreshRecord(client, kind, { zone: zone.code, record: written.record }),
  })
}

/** Destroys the key of a record's personal data, with the reason; the record stays. */
export function useErase(kind: KindView, record: Row) {
  const { zone } = useMember()
  const client = useQueryClient()
  const { id, version } = record
  return useMutation({
    mutationFn: (reason: string) => call(doorsOf(kind).erase, { zone: zone.code, id, version, reason }),
    onSuccess: (written) => refreshRecord(client, kind, { zone: zone.code, record: written.record }),
  })
}
