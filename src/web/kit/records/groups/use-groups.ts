import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { isSummed } from '../../../../kernel/record-group.ts'
import { call } from '../../../client.ts'
import type { Search } from '../../../search.ts'
import { useMember } from '../../session/use-work.ts'
import { listInputOf } from '../address.ts'
import { doorsOf } from '../doors.ts'

interface Asked {
  readonly search: Search
  /** `status`, `registeredOn.month`; without it the whole only. */
  readonly by?: string | undefined
  /** Fields to be summed. */
  readonly sums?: readonly string[]
}

/** Counts and sums of the list that the address describes. */
export function useGroups(kind: KindView, { search, by, sums = [] }: Asked) {
  const { zone } = useMember()
  const door = doorsOf(kind).group
  const { sort: _sort, ...conditions } = listInputOf(kind, search)
  const input = { ...conditions, by, sums: sums.join(','), zone: zone.code }
  return useQuery({
    queryKey: [door.name, input],
    queryFn: ({ signal }) => call(door, input, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** So many sums are told where no column of the list is a number. */
const usualSums = 2

/** The fields among these columns whose values make a sum; where there are none, the kind's first ones. */
export function summedColumns(kind: KindView, columns: readonly string[]): readonly string[] {
  const fields = kind.fields.filter((field) => isSummed(field) && field.personal === null).map(({ name }) => name)
  const shown = columns.filter((name) => fields.includes(name))
  return shown.length > 0 ? shown : fields.slice(0, usualSums)
}
