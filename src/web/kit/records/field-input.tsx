import type { FieldView, KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import type { Row } from './doors.ts'
import { useValueText } from './field-value.tsx'
import { inputId } from './form-errors.tsx'
import type { Finding, Typed } from './form-values.ts'
import { ChoicesInput } from './inputs/choices-input.tsx'
import { PersonalInput } from './inputs/personal-input.tsx'
import { PlainInput } from './inputs/plain-input.tsx'
import { RefPicker } from './inputs/ref-picker.tsx'
import { SelectInput } from './inputs/select-input.tsx'

interface FieldInputProps {
  readonly kind: KindView
  readonly field: FieldView
  /** The record that is changed; null: a new one. */
  readonly row: Row | null
  readonly value: Typed
  readonly finding: Finding | undefined
  readonly onChange: (value: Typed) => void
}

export interface InputProps extends FieldInputProps {
  readonly id: string
  readonly describedBy: string | undefined
}

/** One field of a form: label, what it asks for, why it was refused, and the input that its type needs. */
export function FieldInput(props: FieldInputProps) {
  const { kind, field, finding } = props
  const say = useText()
  const id = inputId(kind, field.name)
  const hint = useHint(field)
  const described = [...(hint === '' ? [] : [`${id}-hint`]), ...(finding ? [`${id}-error`] : [])].join(' ')
  const grouped = field.type === 'choices'
  const label = (
    <>
      {say(field.label)}
      {field.unit !== null && (
        <span className="soft">{say({ zh: `（${field.unit.zh}）`, en: ` (${field.unit.en})` })}</span>
      )}
      {!field.required && <span className="soft optional">{say({ zh: '选填', en: 'optional' })}</span>}
    </>
  )
  const rest = (
    <>
      {hint !== '' && (
        <p className="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {finding && (
        <p className="field-error" id={`${id}-error`}>
          {say(finding.text)}
        </p>
      )}
      <Input {...props} id={id} describedBy={described === '' ? undefined : described} />
    </>
  )
  const look = finding ? 'field field-wrong' : 'field'
  return grouped ? (
    <fieldset className={look}>
      <legend className="field-label">{label}</legend>
      {rest}
    </fieldset>
  ) : (
    <div className={look}>
      <label htmlFor={id}>{label}</label>
      {rest}
    </div>
  )
}

function Input(props: InputProps) {
  const { field, value, id, describedBy, onChange, finding } = props
  if (field.personal !== null) return <PersonalInput {...props} />
  switch (field.type) {
    case 'choices':
      return <ChoicesInput {...props} />
    case 'choice':
    case 'yesNo':
      return <SelectInput {...props} />
    case 'ref':
      return (
        <RefPicker
          id={id}
          to={field.to}
          value={String(value)}
          describedBy={describedBy}
          invalid={finding !== undefined}
          onChange={onChange}
        />
      )
    default:
      return <PlainInput {...props} />
  }
}

/** The declaration's own hint, and an example where the value is typed. */
function useHint(field: FieldView): string {
  const say = useText()
  const text = useValueText()
  const typed = field.type === 'text' || field.type === 'integer' || field.type === 'decimal' || field.type === 'money'
  const example = typed ? text({ ...field, type: 'text' }, field.example) : ''
  const hinted = field.hint === null ? '' : say(field.hint)
  const told =
    example === '' || hinted.includes(example)
      ? ''
      : say({ zh: `例如 ${example}`, en: `${hinted === '' ? 'For' : 'for'} example ${example}` })
  return [hinted, told].filter((part) => part !== '').join(say({ zh: '；', en: '; ' }))
}
