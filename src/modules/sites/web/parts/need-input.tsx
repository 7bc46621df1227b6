import { useId, useState } from 'react'
import { muFromSqm, sqmFromMu } from '../../../../kernel/area.ts'
import { useText } from '../../../../web/text.tsx'
import { industryLabel } from '../../contract/industries.ts'
import { type NeedField, Needs, needFields, type Said } from '../../contract/needs.ts'

interface Props {
  readonly field: NeedField
  readonly needs: Needs
  readonly said: Said | undefined
  readonly onChange: (change: Partial<Needs>) => void
}

/** One need as it can be corrected, with the words that it was read from. */
export function NeedInput({ field, needs, said, onChange }: Props) {
  const say = useText()
  const id = useId()
  const { label, type } = needFields[field]
  const value = needs[field]
  const inMu = type === 'area' && needs.kind !== 'space'
  const unit = type === 'area' ? (inMu ? { zh: '亩', en: 'mu' } : { zh: 'm²', en: 'm²' }) : needFields[field].unit
  const set = (next: Needs[NeedField]) => onChange({ [field]: next })
  return (
    <div className="field sites-field">
      <label htmlFor={id}>
        {say(label)}
        {unit && <span className="soft">（{say(unit)}）</span>}
      </label>
      {type === 'wish' || type === 'kind' ? (
        <select
          id={id}
          className="text-input"
          value={String(value ?? '')}
          onChange={({ target }) => set(choiceOf(target.value))}
        >
          {(type === 'kind' ? kinds : wishes).map((one) => (
            <option key={one.value} value={one.value}>
              {say(one.label)}
            </option>
          ))}
        </select>
      ) : (
        <TextInput
          key={`${value}${needs.kind}`}
          id={id}
          type={type}
          shown={value === null ? '' : inMu ? shortMu(Number(value)) : String(value)}
          onDone={(text) =>
            set(
              text === ''
                ? null
                : type === 'industry' || type === 'day'
                  ? text.toUpperCase()
                  : inMu
                    ? Number(sqmFromMu(text))
                    : Number(text),
            )
          }
        />
      )}
      {said && (
        <span className="small soft">
          “{said.words}”{said.note && ` ${say(said.note)}`}
        </span>
      )}
      {type === 'industry' && typeof value === 'string' && !said && (
        <span className="small soft">{say(industryLabel(value))}</span>
      )}
    </div>
  )
}

const kinds = [
  { value: '', label: { zh: '地和房都找', en: 'Land and space' } },
  { value: 'land', label: { zh: '要地', en: 'Land' } },
  { value: 'space', label: { zh: '要房', en: 'Space' } },
]
const wishes = [
  { value: '', label: { zh: '没提', en: 'Not said' } },
  { value: 'true', label: { zh: '需要', en: 'Wanted' } },
  { value: 'false', label: { zh: '不需要', en: 'Not wanted' } },
]

function choiceOf(text: string): Needs[NeedField] {
  if (text === 'true' || text === 'false') return text === 'true'
  return text === 'land' || text === 'space' ? text : null
}

function shortMu(sqm: number): string {
  return String(Number(muFromSqm(sqm)))
}

interface TextInputProps {
  readonly id: string
  readonly type: string
  readonly shown: string
  readonly onDone: (text: string) => void
}

/** Taken over when the field is left or Enter is pressed; what is no value stays and is told. */
function TextInput({ id, type, shown, onDone }: TextInputProps) {
  const say = useText()
  const [text, setText] = useState(shown)
  const fault = faultOf(type, text.trim())
  const done = () => {
    if (fault === null && text.trim() !== shown) onDone(text.trim())
  }
  return (
    <>
      <input
        id={id}
        className="text-input"
        type={type === 'day' ? 'date' : 'text'}
        inputMode={type === 'industry' || type === 'day' ? undefined : 'decimal'}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={({ target }) => setText(target.value)}
        onBlur={done}
        onKeyDown={({ key }) => {
          if (key === 'Enter') done()
        }}
      />
      {fault !== null && (
        <span className="small error" id={`${id}-fault`}>
          {say(fault)}
        </span>
      )}
    </>
  )
}

function faultOf(type: string, text: string) {
  if (text === '') return null
  if (type === 'industry')
    return Needs.shape.industryCode.safeParse(text.toUpperCase()).success
      ? null
      : { zh: '行业代码形如 C1523。', en: 'An industry code looks like C1523.' }
  if (type === 'day' || (Number(text) >= 0 && Number(text) <= 1e9)) return null
  return { zh: '请填数字。', en: 'Enter a number.' }
}
