import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getIndicators, indicatorLabels } from '../../../parcels/contract/indicator.ts'
import { offeredLines } from './indicator-lines.ts'

/** The thresholds of a parcel as lines of a notice, and the names of those that hang on an industry that nobody has entered. */
export function useOffered(parcel: string) {
  const { zone } = useMember()
  // What bound the parcel before is nothing for this one.
  const { placeholderData: _, ...query } = queryOf(getIndicators, { zone: zone.code, id: parcel })
  const { data } = useQuery({ ...query, enabled: parcel !== '', staleTime: 0 })
  return useMemo(() => {
    const binding = parcel === '' ? [] : (data?.indicators ?? [])
    const unsettled = binding.filter(({ state }) => state === 'unknown').map(({ code }) => indicatorLabels[code])
    return { offered: offeredLines(binding), unsettled }
  }, [parcel, data])
}
