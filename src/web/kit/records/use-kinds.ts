import { useQuery } from '@tanstack/react-query'
import { type KindView, listKinds } from '../../../kernel/kind-view.ts'
import { queryOf } from '../../client.ts'
import { useMember } from '../session/use-work.ts'

/** The kinds of record that the caller may read in the zone of the page; undefined while they load. */
export function useKinds() {
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(listKinds, { zone: zone.code }), staleTime: 10 * 60_000 })
  return { kinds: data?.kinds, error, refetch }
}

/** A kind by its name (`land.parcel`), as a ref field names it. */
export function useKindNamed(name: string | null): KindView | undefined {
  return useKinds().kinds?.find((kind) => kind.name === name)
}
