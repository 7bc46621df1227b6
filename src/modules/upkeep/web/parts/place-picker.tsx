import { useId } from 'react'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import { useText } from '../../../../web/text.tsx'
import type { readUpkeep } from '../../contract.ts'

interface Where {
  readonly building: string
  readonly unit: string | null
}

interface PlacePickerProps {
  readonly places: OutputOf<typeof readUpkeep>['places']
  readonly value: Where
  readonly onChange: (value: Where) => void
}

/** A unit, or the shared parts of a building. */
export function PlacePicker({ places, value, onChange }: PlacePickerProps) {
  const say = useText()
  const id = useId()
  const shared = say({ zh: '公共部位', en: 'shared parts' })
  return (
    <div className="field">
      <label htmlFor={id}>{say({ zh: '在哪里', en: 'Where' })}</label>
      <select
        id={id}
        value={`${value.building} ${value.unit ?? ''}`}
        onChange={(event) => {
          const [building = '', unit = ''] = event.target.value.split(' ')
          onChange({ building, unit: unit === '' ? null : unit })
        }}
      >
        {places.map(({ building, units }) => (
          <optgroup key={building.id} label={building.name}>
            {units.map((unit) => (
              <option key={unit.id} value={`${building.id} ${unit.id}`}>
                {building.name} {unit.name}
              </option>
            ))}
            <option value={`${building.id} `}>
              {building.name} {shared}
            </option>
          </optgroup>
        ))}
      </select>
    </div>
  )
}
