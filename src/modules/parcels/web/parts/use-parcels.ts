import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getIndicators } from '../../contract/indicator.ts'
import { getOverview } from '../../contract/overview.ts'
import { getProjectLand } from '../../contract/placement.ts'
import { getReadiness } from '../../contract/readiness.ts'
import { getGround } from '../../contract/shape.ts'

export const stale = [getOverview, getReadiness, getProjectLand, getGround, getIndicators].map(({ name }) => name)

export function useOverview() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getOverview, { zone: zone.code }), staleTime: 0 })
}

export function useReadiness(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getReadiness, { zone: zone.code, id }), staleTime: 0 })
}

export function useGround(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getGround, { zone: zone.code, id }), staleTime: 0 })
}

export function useIndicators(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getIndicators, { zone: zone.code, id }), staleTime: 0 })
}

export function useProjectLand(id: string) {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getProjectLand, { zone: zone.code, id }), staleTime: 0 })
}
