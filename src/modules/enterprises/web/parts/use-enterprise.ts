import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/client.ts'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Enterprise } from '../../contract/enterprise.ts'

const door = doorsOf(Enterprise).read

/** The enterprise's record, as the kit keeps it. */
export function useEnterprise(id: string) {
  const { zone } = useMember()
  const input = { zone: zone.code, id }
  return useQuery({
    queryKey: [door.name, input],
    queryFn: ({ signal }) => call(door, input, { signal }),
    enabled: id !== '',
  })
}
