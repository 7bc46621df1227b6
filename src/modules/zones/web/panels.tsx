import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { queryOf } from '../../../web/client.ts'
import { useText } from '../../../web/text.tsx'
import { listZones, type Zone } from '../contract.ts'
import { levelLabels } from './parts/level-labels.ts'

/** All zones of the installation; empty while they load. */
export function useZones(): readonly Zone[] {
  return useQuery({ ...queryOf(listZones, {}), staleTime: Number.POSITIVE_INFINITY }).data?.zones ?? []
}

/** The name of the zone that the address names (`z`), beside the product's name. */
export function ZonePlace() {
  const say = useText()
  const code: unknown = useSearch({ strict: false, select: (search: Record<string, unknown>) => search.z })
  const zone = useZones().find((candidate) => candidate.code === code)
  return zone === undefined ? null : <span className="soft">{say(zone.name)}</span>
}

interface ZoneChoiceProps {
  readonly chosen: string | undefined
  readonly onChoose: (code: string) => void
}

/** The zones as cards to press; one press chooses. */
export function ZoneChoice({ chosen, onChoose }: ZoneChoiceProps) {
  const say = useText()
  return (
    <div className="choices">
      {useZones().map((zone) => (
        <button
          key={zone.code}
          type="button"
          className="choice"
          aria-pressed={zone.code === chosen}
          onClick={() => onChoose(zone.code)}
        >
          <strong>{say(zone.name)}</strong>
          <span className="soft small">
            {say(levelLabels[zone.level])} · {say(zone.province)} {say(zone.countyName)}
          </span>
        </button>
      ))}
    </div>
  )
}
