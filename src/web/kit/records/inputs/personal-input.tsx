import { Button, Input } from 'antd'
import { useState } from 'react'
import { useText } from '../../../text.tsx'
import { Refusal } from '../../refusal.tsx'
import type { InputProps } from '../field-input.tsx'
import { useReveal } from '../use-reveal.ts'

/** A personal value: what is stored stays as it is unless it is typed anew; who may, can take the whole of it into the input. */
export function PersonalInput({ id, kind, field, row, value, describedBy, finding, onChange }: InputProps) {
  const say = useText()
  const reveal = useReveal(kind, row)
  const [note] = useState(() => (row === null ? null : row[field.name]))
  return (
    <>
      <div className="field-beside">
        <Input
          id={id}
          value={String(value)}
          autoComplete="off"
          required={field.required && note === null}
          aria-describedby={describedBy}
          aria-invalid={finding !== undefined || undefined}
          {...(typeof note === 'string' && {
            placeholder: say({ zh: `${note}（不填则不变）`, en: `${note} (kept if left empty)` }),
          })}
          onChange={(event) => onChange(event.target.value)}
        />
        {row !== null && kind.may.reveal && typeof note === 'string' && (
          <Button
            loading={reveal.isPending}
            onClick={() => reveal.mutate(undefined, { onSuccess: (all) => onChange(all[field.name] ?? '') })}
          >
            {say({ zh: '显示全文', en: 'Reveal' })}
          </Button>
        )}
      </div>
      <Refusal error={reveal.error} />
    </>
  )
}
