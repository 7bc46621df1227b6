import { Button } from 'antd'
import { useText } from '../../text.tsx'
import { Refusal } from '../refusal.tsx'
import { ConflictBox } from './conflict-box.tsx'
import { FieldInput } from './field-input.tsx'
import { FormErrors } from './form-errors.tsx'
import { type RecordFormOptions, useRecordForm } from './use-record-form.ts'
import './form.css'

interface RecordFormProps extends RecordFormOptions {
  readonly onCancel: () => void
  /** Fields that the page gives and the form does not ask for. */
  readonly without?: readonly string[]
}

/** A record's form from its declaration. What is typed survives a reload, a lost network and the end of a session. */
export function RecordForm({ onCancel, without = [], ...options }: RecordFormProps) {
  const say = useText()
  const form = useRecordForm(options)
  const { kind, row } = options
  return (
    <form
      className="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {form.restored && form.dirty && form.conflict === null && (
        <p className="notice" role="status">
          {say({ zh: '上次没有保存的内容还在。', en: 'What you had not saved is still here.' })}
        </p>
      )}
      <FormErrors kind={kind} findings={form.findings} />
      <Refusal error={form.error} />
      {form.latest !== null && form.base !== null && (
        <ConflictBox
          key={form.latest.version}
          kind={kind}
          conflict={form.conflict}
          mine={{ typed: form.typed, base: form.base }}
          latest={form.latest}
          onSettle={form.settle}
        />
      )}
      {form.fields
        .filter(({ name }) => !without.includes(name))
        .map((field) => (
          <FieldInput
            key={field.name}
            kind={kind}
            field={field}
            row={row}
            value={form.typed[field.name] ?? ''}
            finding={form.findings.find((finding) => finding.field === field.name)}
            onChange={(value) => form.set(field.name, value)}
          />
        ))}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={form.saving} disabled={form.latest !== null}>
          {say({ zh: '保存', en: 'Save' })}
        </Button>
        <Button
          onClick={() => {
            form.discard()
            onCancel()
          }}
        >
          {say(form.dirty ? { zh: '放弃修改', en: 'Discard' } : { zh: '取消', en: 'Cancel' })}
        </Button>
      </div>
    </form>
  )
}
