import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { type LineVerb, lineSteps } from '../../contract/steps.ts'
import type { BillLine } from '../../contract.ts'
import { NumberField } from './number-field.tsx'
import { useBillStep } from './use-bill.ts'

interface LineFormProps {
  readonly line: BillLine
  readonly verb: 'assess' | 'waive' | 'refund'
  readonly onClose: () => void
}

const words = {
  assess: { zh: '依据（如成交确认书、核定书文号）', en: 'Ground (number of the document)' },
  waive: { zh: '减免依据（文件与条款）', en: 'Ground of the waiver (document and article)' },
  refund: { zh: '退费原因', en: 'Reason of the refund' },
} as const satisfies Partial<Record<LineVerb, unknown>>

/** One decision of an office on one line: the amount, the waiver with its ground, the refund with its evidence. */
export function LineForm({ line, verb, onClose }: LineFormProps) {
  const say = useText()
  const id = useId()
  const [amount, setAmount] = useState('')
  const [text, setText] = useState('')
  const [fileId, setFileId] = useState<string | null>(null)
  const [number, setNumber] = useState('')
  const step = useBillStep(verb, onClose)
  const withAmount = verb !== 'waive'
  const amountOk = !withAmount || /^\d{1,13}(\.\d{1,2})?$/.test(amount.trim())
  const ready = amountOk && text.trim() !== '' && (verb !== 'refund' || fileId !== null || number.trim() !== '')
  const { label } = lineSteps[verb]
  return (
    <form
      className="card bill-form"
      aria-label={say(label)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || step.isPending) return
        step.mutate({
          ...{ id: line.id, version: line.version },
          ...(withAmount && { amount: amount.trim() }),
          ...(verb === 'refund' ? { reason: text.trim() } : { basis: text.trim() }),
          ...(verb !== 'assess' && { fileId }),
          ...(verb === 'refund' && number.trim() !== '' && { number: number.trim() }),
        })
      }}
    >
      {withAmount && (
        <div className="field">
          <label htmlFor={`${id}-amount`}>{say({ zh: '金额（元）', en: 'Amount (yuan)' })}</label>
          <Input
            id={`${id}-amount`}
            inputMode="decimal"
            value={amount}
            aria-invalid={amount !== '' && !amountOk}
            onChange={(event) => setAmount(event.target.value)}
          />
          {amount !== '' && !amountOk && (
            <p className="field-error" role="alert">
              {say({ zh: '请写成 1234.50 的样子。', en: 'Write it as 1234.50.' })}
            </p>
          )}
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-text`}>{say(words[verb])}</label>
        <Input id={`${id}-text`} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      {verb !== 'assess' && (
        <UploadButton
          name={say(line.name)}
          given={fileId !== null}
          label={say(
            verb === 'refund'
              ? { zh: '上传退费凭证', en: 'Evidence of the refund' }
              : { zh: '上传依据文件（选填）', en: 'Document (optional)' },
          )}
          onFile={(file) => setFileId(file.id)}
        />
      )}
      {verb === 'refund' && <NumberField value={number} onChange={setNumber} />}
      <Refusal error={step.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={step.isPending}>
          {say({ zh: `确认${label.zh}`, en: `Confirm: ${label.en}` })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
