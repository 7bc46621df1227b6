import { Input } from 'antd'
import { useLanguage } from '../../../text.tsx'
import { formatYuan } from '../../format.ts'
import type { InputProps } from '../field-input.tsx'
import { plainNumber } from '../numbers.ts'

const inputTypes: Readonly<Record<string, string>> = { date: 'date', instant: 'datetime-local' }
const decimal = { inputMode: 'decimal' } as const
const modes: Readonly<Record<string, typeof decimal>> = { integer: decimal, decimal, money: decimal }

/** Text, numbers, money and dates. An amount is said again beneath it in 万元 or 亿元, so that a zero too many shows. */
export function PlainInput({ id, field, value, describedBy, finding, onChange }: InputProps) {
  const language = useLanguage()
  const maxLength = lengthOf(field.schema)
  const typed = String(value)
  const common = {
    id,
    value: typed,
    required: field.required,
    'aria-describedby': describedBy,
    'aria-invalid': finding !== undefined || undefined,
    ...(maxLength !== undefined && { maxLength }),
  }
  if (field.type === 'longText') {
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  const amount = field.type === 'money' ? plainNumber(typed) : null
  return (
    <>
      <Input
        {...common}
        type={inputTypes[field.type] ?? 'text'}
        autoComplete="off"
        {...modes[field.type]}
        onChange={(event) => onChange(event.target.value)}
      />
      {amount !== null && (
        <p className="soft small amount" aria-live="polite">
          = {formatYuan(amount, language)}
        </p>
      )}
    </>
  )
}

function lengthOf(schema: unknown): number | undefined {
  const part = typeof schema === 'object' && schema !== null ? (schema as { maxLength?: unknown; anyOf?: unknown }) : {}
  if (typeof part.maxLength === 'number') return part.maxLength
  const options = Array.isArray(part.anyOf) ? part.anyOf : []
  return options.map(lengthOf).find((length) => length !== undefined)
}
