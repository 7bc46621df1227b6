import { useId } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import { Confidence, type Limit, type Matter } from '../../../matters/contract/catalogue.ts'
import { confidenceLabels } from '../../../matters/contract/labels.ts'

type Handling = Matter['handling']
type Source = NonNullable<Matter['handlingSource']>

interface LimitsFieldsProps {
  readonly handling: Handling | null
  readonly source: Source | null
  readonly onChange: (handling: Handling, source: Source) => void
}

const guess: Source = { statutory: 'M', committed: 'E' }
const labels = {
  statutory: { zh: '法定时限', en: 'Statutory limit' },
  committed: { zh: '承诺时限', en: 'Promised limit' },
} as const

/** The two limits, each with its unit and how sure it is. */
export function LimitsFields({ handling, source, onChange }: LimitsFieldsProps) {
  if (handling === null) return null
  const marks = source ?? guess
  return (['statutory', 'committed'] as const).map((which) => (
    <LimitField
      key={which}
      label={labels[which]}
      limit={handling[which]}
      mark={marks[which]}
      onLimit={(limit) => onChange({ ...handling, [which]: limit }, marks)}
      onMark={(mark) => onChange(handling, { ...marks, [which]: mark })}
    />
  ))
}

interface LimitFieldProps {
  readonly label: Label
  readonly limit: Limit
  readonly mark: Confidence
  readonly onLimit: (limit: Limit) => void
  readonly onMark: (mark: Confidence) => void
}

function LimitField({ label, limit, mark, onLimit, onMark }: LimitFieldProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="record-bar">
      <label className="filter" htmlFor={`${id}-days`}>
        <span>{say(label)}</span>
        <input
          id={`${id}-days`}
          className="select"
          type="number"
          min={0}
          step={0.5}
          value={limit.days}
          onChange={(event) => onLimit({ ...limit, days: Number(event.target.value) })}
        />
      </label>
      <label className="filter">
        <span>{say({ zh: '单位', en: 'Unit' })}</span>
        <select
          className="select"
          value={limit.unit}
          onChange={(event) =>
            onLimit({ ...limit, unit: event.target.value === 'workday' ? 'workday' : 'calendarDay' })
          }
        >
          <option value="workday">{say({ zh: '工作日', en: 'working days' })}</option>
          <option value="calendarDay">{say({ zh: '自然日', en: 'calendar days' })}</option>
        </select>
      </label>
      <label className="filter">
        <span>{say({ zh: '来源', en: 'Source' })}</span>
        <select className="select" value={mark} onChange={(event) => onMark(Confidence.parse(event.target.value))}>
          {Confidence.options.map((one) => (
            <option key={one} value={one}>
              {say(confidenceLabels[one].mark)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
