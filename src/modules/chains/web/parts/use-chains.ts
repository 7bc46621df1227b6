import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getChain, listCandidates, listChains, listGaps, listPlaces } from '../../contract.ts'

/** What a placement makes stale. */
export const chainDoors = [getChain.name, listCandidates.name, listChains.name, listGaps.name, listPlaces.name]

export function useChains() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listChains, { zone: zone.code }), staleTime: 0 })
}

export function useChain(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getChain, { zone: zone.code, id }), staleTime: 0 })
}

export function useGaps() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listGaps, { zone: zone.code }), staleTime: 0 })
}

export function useCandidates(node: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listCandidates, { zone: zone.code, id: node }), staleTime: 0 })
}

export function usePlaces(
  of: { readonly enterprise?: string; readonly project?: string; readonly lead?: string },
  enabled = true,
) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listPlaces, { zone: zone.code, ...of }), enabled, staleTime: 0 })
}
