import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { readBoard } from '../../contract/board.ts'
import { getLease, listLeases } from '../../contract.ts'

export const stale = [listLeases.name, getLease.name, readBoard.name]

export function useLeases(enterprise?: string) {
  const { zone } = useMember()
  const input = { zone: zone.code, ...(enterprise !== undefined && { enterprise }) }
  return useQuery({ ...queryOf(listLeases, input), staleTime: 0 })
}

export function useLease(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getLease, { zone: zone.code, id }), staleTime: 0 })
}

export function useBoard() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(readBoard, { zone: zone.code }), staleTime: 0 })
}
