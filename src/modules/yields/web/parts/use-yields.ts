import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getGrades, getRound, listRounds, listSheets } from '../../contract.ts'

/** What a decision on an evaluation makes stale. */
export const yieldDoors = [listRounds.name, getRound.name, getGrades.name]

export function useRounds() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listRounds, { zone: zone.code }), staleTime: 0 })
}

export function useRound(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getRound, { zone: zone.code, id }), staleTime: 0 })
}

export function useGrades(enterprise: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getGrades, { zone: zone.code, id: enterprise }), staleTime: 0 })
}

export function useSheets(enabled: boolean) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listSheets, { zone: zone.code }), enabled })
}
