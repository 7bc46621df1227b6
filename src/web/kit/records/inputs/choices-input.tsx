import { useText } from '../../../text.tsx'
import type { InputProps } from '../field-input.tsx'

/** Any of the named values, each a box to tick. */
export function ChoicesInput({ id, field, value, describedBy, onChange }: InputProps) {
  const say = useText()
  const chosen = typeof value === 'string' ? [] : value
  return (
    <div className="tick-boxes">
      {field.options.map((option, i) => (
        <label key={option.value}>
          <input
            type="checkbox"
            id={i === 0 ? id : undefined}
            aria-describedby={i === 0 ? describedBy : undefined}
            checked={chosen.includes(option.value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value))
            }
          />{' '}
          {say(option.label)}
        </label>
      ))}
    </div>
  )
}
