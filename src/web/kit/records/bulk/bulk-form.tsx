import { Button } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { useText } from '../../../text.tsx'
import { FieldInput } from '../field-input.tsx'
import { type Finding, formFields, readValues, type Typed } from '../form-values.ts'
import type { BulkAct } from './use-bulk.ts'

interface BulkFormProps {
  readonly kind: KindView
  /** The list shows archived records: they can be brought back, not changed. */
  readonly archived: boolean
  readonly disabled: boolean
  readonly onTry: (act: BulkAct) => void
  /** What is asked for has changed: what a trial told no longer holds. */
  readonly onEdit: () => void
}

/** A field and the value that all chosen records get, or archiving. Nothing is done before it was tried. */
export function BulkForm({ kind, archived, disabled, onTry, onEdit }: BulkFormProps) {
  const say = useText()
  const fields = formFields(kind, false).filter(({ personal }) => personal === null)
  const [name, setName] = useState('')
  const [typed, setTyped] = useState<Typed>('')
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const field = fields.find((one) => one.name === name)
  const tryIt = () => {
    if (field === undefined) return
    const read = readValues([field], { [field.name]: typed })
    setFindings(read.findings)
    if (read.findings.length === 0) onTry({ act: 'set', values: read.values })
  }
  return (
    <div className="bulk-line">
      {kind.may.write && !archived && (
        <>
          <select
            className="select"
            aria-label={say({ zh: '要修改的项', en: 'Field to set' })}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setTyped('')
              setFindings([])
              onEdit()
            }}
          >
            <option value="">{say({ zh: '把某一项改为…', en: 'Set a field to…' })}</option>
            {fields.map((one) => (
              <option key={one.name} value={one.name}>
                {say(one.label)}
              </option>
            ))}
          </select>
          {field && (
            <div className="bulk-value">
              <FieldInput
                key={field.name}
                kind={kind}
                field={field}
                row={null}
                value={typed}
                finding={findings[0]}
                onChange={(value) => {
                  setTyped(value)
                  onEdit()
                }}
              />
            </div>
          )}
          <Button disabled={disabled || field === undefined} onClick={tryIt}>
            {say({ zh: '试运行', en: 'Try' })}
          </Button>
        </>
      )}
      {kind.may.archive && (
        <Button disabled={disabled} onClick={() => onTry({ act: 'move', archived: !archived })}>
          {say(archived ? { zh: '恢复所选…', en: 'Restore these…' } : { zh: '归档所选…', en: 'Archive these…' })}
        </Button>
      )}
    </div>
  )
}
