import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { buildCalendar } from '../../../../kernel/calendar.ts'
import { queryOf } from '../../../../web/client.ts'
import { getZone } from '../../../zones/contract.ts'
import { useZones } from '../../../zones/web/panels.tsx'

/**
 * The days on which the zone works, for drawing. Without a zone the statutory calendar alone:
 * every zone carries it, so the first one is asked and its own deviations are left out.
 */
export function useCalendar(zone: string | undefined) {
  const zones = useZones()
  const code = zone ?? zones[0]?.code
  const settings = useQuery({ ...queryOf(getZone, { code: code ?? '' }), enabled: code !== undefined })
  const calendar = useMemo(() => {
    const data = settings.data?.calendar
    if (!data) return null
    return zone === undefined ? buildCalendar(data.years) : buildCalendar(data.years, data.overrides)
  }, [settings.data, zone])
  return { calendar, settings: zone === undefined ? undefined : settings.data }
}
