import { useNavigate } from '@tanstack/react-router'
import type { Endpoint, OutputOf } from '../../../../kernel/endpoint.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { getOverview } from '../../../parcels/contract/overview.ts'
import { getReadiness } from '../../../parcels/contract/readiness.ts'
import { getGround } from '../../../parcels/contract/shape.ts'
import { getDivision, type splitParcel } from '../../contract.ts'

const stale = [getDivision, getOverview, getReadiness, getGround].map(({ name }) => name)

/** The decision, and then the first parcel that came of it. */
export function useDivide<In extends { zone: string }>(door: Endpoint<In, OutputOf<typeof splitParcel>>) {
  const navigate = useNavigate()
  const { zone } = useMember()
  return useAct(door, {
    stale,
    onDone: ({ parcels: [first] }) => {
      if (first) void navigate({ to: '/parcels/$id', params: { id: first.id }, search: { zone: zone.code } })
    },
  })
}
