import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { cancelForecast, type Forecast, readForecast, startForecast, type ZoneForecast } from '../../contract.ts'

const eachMs = 1000

export function isUnderWay(forecast: Forecast | null | undefined): forecast is Forecast {
  return forecast?.state === 'queued' || forecast?.state === 'running'
}

/** The zone's forecast; asked for again every second while one is being made. */
export function useForecast() {
  const { zone } = useMember()
  return useQuery({
    ...queryOf(readForecast, { zone: zone.code }),
    staleTime: 0,
    refetchInterval: ({ state }) => (isUnderWay((state.data as ZoneForecast | undefined)?.current) ? eachMs : false),
  })
}

/** To begin one, and to stop it. */
export function useForecastActs() {
  const { zone } = useMember()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: [readForecast.name] })
  const begin = useMutation({
    mutationFn: (runs: number | undefined) => call(startForecast, { zone: zone.code, runs }),
    onSettled,
  })
  const stop = useMutation({ mutationFn: (id: string) => call(cancelForecast, { zone: zone.code, id }), onSettled })
  return { begin, stop }
}
