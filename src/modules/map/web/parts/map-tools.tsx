import { Button } from 'antd'
import { useId } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { Mode } from './sketch-panel.tsx'

interface MapToolsProps {
  readonly today: string
  readonly on: string | undefined
  readonly plain: boolean
  readonly mode: Mode | null
  readonly onDay: (day: string | undefined) => void
  readonly onMode: (mode: Mode) => void
  readonly onAll: () => void
  readonly onPlain: (plain: boolean) => void
}

const farthestBack = 3650

/** What can be done with the map: another day, measuring, all at a glance, paper. */
export function MapTools({ today, on, plain, mode, onDay, onMode, onAll, onPlain }: MapToolsProps) {
  const say = useText()
  const id = useId()
  const day = on ?? today
  const back = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
  const dayBack = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
  return (
    <div className="map-tools">
      <div className="map-day">
        <label htmlFor={`${id}-day`}>{say({ zh: '看哪一天', en: 'On the day' })}</label>
        <input
          id={`${id}-day`}
          type="date"
          className="text-input"
          value={day}
          onChange={(event) => onDay(event.target.value === today ? undefined : event.target.value || undefined)}
        />
        <input
          type="range"
          aria-label={say({ zh: '时间轴：往回几天', en: 'Time slider: days back' })}
          aria-valuetext={day}
          min={-farthestBack}
          max={0}
          value={-Math.min(farthestBack, Math.max(0, back))}
          onChange={(event) => {
            const days = -Number(event.target.value)
            onDay(days === 0 ? undefined : dayBack(days))
          }}
        />
      </div>
      <Button aria-pressed={mode === 'length'} onClick={() => onMode('length')}>
        {say({ zh: '量距离', en: 'Distance' })}
      </Button>
      <Button aria-pressed={mode === 'area'} onClick={() => onMode('area')}>
        {say({ zh: '量面积', en: 'Area' })}
      </Button>
      <Button onClick={onAll}>{say({ zh: '看全部', en: 'Show all' })}</Button>
      <Button aria-pressed={plain} onClick={() => onPlain(!plain)}>
        {say({ zh: '简图', en: 'Plain drawing' })}
      </Button>
      <Button onClick={() => window.print()}>{say({ zh: '打印', en: 'Print' })}</Button>
    </div>
  )
}
