import { Input } from 'antd'
import { useId, useState } from 'react'
import { useText } from '../../../../web/text.tsx'

interface HappenedOnProps {
  readonly value: string
  readonly onChange: (day: string) => void
}

/** Steps happen today; one that happened before is recorded as such, openly. */
export function HappenedOn({ value, onChange }: HappenedOnProps) {
  const say = useText()
  const id = useId()
  const [open, setOpen] = useState(value !== '')
  if (!open) {
    return (
      <p className="small">
        {say({ zh: '日期：今天。', en: 'Day: today. ' })}
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {say({ zh: '补记更早的日期', en: 'It happened earlier' })}
        </button>
      </p>
    )
  }
  return (
    <div className="field">
      <label htmlFor={id}>{say({ zh: '实际办理日期', en: 'Day on which it happened' })}</label>
      <p className="soft small">
        {say({
          zh: '早于今天的日期会如实记为“补记”，日志同时保留录入时间；将来的日期不接受。',
          en: 'An earlier day is recorded as entered afterwards, with the time of entry in the journal; no future day.',
        })}
      </p>
      <Input
        id={id}
        type="date"
        value={value}
        className="day-input"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
