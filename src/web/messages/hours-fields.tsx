import { useText } from '../text.tsx'

interface Hours {
  readonly quiet: { from: string; until: string } | null
  readonly urgentPasses: boolean
}

/** Hours without messages; they may go over midnight. */
export function HoursFields({ quiet, urgentPasses, onChange }: Hours & { readonly onChange: (hours: Hours) => void }) {
  const say = useText()
  const { from, until } = quiet ?? { from: '22:00', until: '07:30' }
  const time = (part: 'from' | 'until', label: { zh: string; en: string }) => (
    <input
      type="time"
      className="text-input time-input"
      aria-label={say(label)}
      disabled={quiet === null}
      value={part === 'from' ? from : until}
      onChange={(event) => {
        const { value } = event.target
        if (value !== '') onChange({ urgentPasses, quiet: { from, until, [part]: value } })
      }}
    />
  )
  return (
    <fieldset>
      <legend>{say({ zh: '免打扰', en: 'Quiet hours' })}</legend>
      <label>
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => onChange({ urgentPasses, quiet: event.target.checked ? { from, until } : null })}
        />
        {say({ zh: '这段时间不外发，过后再发', en: 'Hold messages during these hours' })}
      </label>
      <span className="message-acts">
        {time('from', { zh: '免打扰开始', en: 'Quiet from' })} —{' '}
        {time('until', { zh: '免打扰结束', en: 'Quiet until' })}
      </span>
      <label>
        <input
          type="checkbox"
          checked={urgentPasses}
          disabled={quiet === null}
          onChange={(event) => onChange({ quiet, urgentPasses: event.target.checked })}
        />
        {say({ zh: '紧急的照发', en: 'Let what is urgent pass' })}
      </label>
    </fieldset>
  )
}
