import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { sumMoney } from '../../../../kernel/money.ts'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { yuan } from '../../../plans/web/panels.tsx'
import { lineSteps } from '../../contract/steps.ts'
import type { BillLine } from '../../contract.ts'
import { NumberField } from './number-field.tsx'
import { useBillStep } from './use-bill.ts'

interface TogetherFormProps {
  readonly project: string
  readonly lines: readonly BillLine[]
  readonly verb: 'report' | 'confirm' | 'reject'
  readonly onDone: () => void
}

/** One step for all the lines that are ticked: proof of payment, receipt, or why it was not received. */
export function TogetherForm({ project, lines, verb, onDone }: TogetherFormProps) {
  const say = useText()
  const id = useId()
  const [text, setText] = useState('')
  const [paidOn, setPaidOn] = useState(legalDayOf(new Date()))
  const [fileId, setFileId] = useState<string | null>(null)
  const [number, setNumber] = useState('')
  const step = useBillStep(verb, onDone)
  const { label } = lineSteps[verb]
  const sum = sumMoney(lines.map(({ amount }) => amount ?? '0.00'))
  const reporting = verb === 'report'
  const ready =
    lines.length > 0 && (reporting ? (fileId !== null || number.trim() !== '') && paidOn !== '' : text.trim() !== '')
  return (
    <form
      className="card bill-form"
      aria-label={say(label)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || step.isPending) return
        step.mutate({
          ...{ project, lines: lines.map((line) => ({ id: line.id, version: line.version })) },
          ...(reporting
            ? { fileId, happenedOn: paidOn, ...(number.trim() !== '' && { number: number.trim() }) }
            : verb === 'confirm'
              ? { receipt: text.trim() }
              : { reason: text.trim() }),
        })
      }}
    >
      <p role="status">
        {say({ zh: `选中 ${lines.length} 项，合计 `, en: `${lines.length} lines, in all ` })}
        <strong className="number">{yuan(sum)}</strong> {say({ zh: '元', en: 'yuan' })}
      </p>
      {reporting ? (
        <>
          <div className="field">
            <label htmlFor={`${id}-day`}>{say({ zh: '缴款日期', en: 'Paid on' })}</label>
            <Input id={`${id}-day`} type="date" value={paidOn} onChange={(event) => setPaidOn(event.target.value)} />
          </div>
          <UploadButton
            name={say(label)}
            given={fileId !== null}
            label={say({ zh: '上传缴款凭证（几项可用一张）', en: 'Proof of payment (one for several lines)' })}
            onFile={(file) => setFileId(file.id)}
          />
          <NumberField value={number} onChange={setNumber} />
        </>
      ) : (
        <div className="field">
          <label htmlFor={`${id}-text`}>
            {say(
              verb === 'confirm'
                ? { zh: '票据号', en: 'Number of the receipt' }
                : { zh: '退回原因', en: 'Why it is sent back' },
            )}
          </label>
          <Input
            id={`${id}-text`}
            maxLength={verb === 'confirm' ? 80 : 500}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      <Refusal error={step.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={step.isPending}>
          {say(label)}
        </Button>
      </div>
    </form>
  )
}
