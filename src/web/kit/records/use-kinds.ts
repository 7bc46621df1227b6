import { useQuery } from '@tanstack/react-query'
import { type KindView, listKinds } from '../../../kernel/kind-view.ts'
import { call } from '../../client.ts'
import { useWork } from '../session/use-work.ts'

/** The kinds of record that the caller may read in the zone of the page; undefined while they load, and for who has no zone. */
export function useKinds() {
  const zone = useWork()?.zone.code ?? ''
  const { data, error, refetch } = useQuery({
    queryKey: [listKinds.name, zone],
    queryFn: ({ signal }) => call(listKinds, { zone }, { signal }),
    staleTime: 10 * 60_000,
    enabled: zone !== '',
  })
  return { kinds: data?.kinds, error, refetch }
}

/** A kind by its name (`land.parcel`), as a ref field names it. */
export function useKindNamed(name: string | null): KindView | undefined {
  return useKinds().kinds?.find((kind) => kind.name === name)
}
