import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { type AgreementVerb, agreementSteps } from '../../contract/steps.ts'
import type { Agreement } from '../../contract.ts'
import { useStep } from './use-agreements.ts'

interface StepFormProps {
  readonly agreement: Agreement
  readonly verb: AgreementVerb
  readonly onClose: () => void
}

/** Signing asks to have read it; a signature on paper for the scan and the name; everything else for its reason. */
export function StepForm({ agreement: { id, version }, verb, onClose }: StepFormProps) {
  const say = useText()
  const field = useId()
  const { zone } = useMember()
  const [read, setRead] = useState(false)
  const [words, setWords] = useState('')
  const [fileId, setFileId] = useState<string | null>(null)
  const step = useStep(verb, onClose)
  const { label, side } = agreementSteps[verb]
  const onPaper = verb === 'recordSignature'
  const byAccount = side !== null && !onPaper
  const content = byAccount ? { fileId } : onPaper ? { fileId, signedBy: words.trim() } : { reason: words.trim() }
  const ready = byAccount ? read : words.trim() !== '' && (!onPaper || fileId !== null)
  return (
    <form
      className="card agreement-form"
      aria-label={say(label)}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !step.isPending) step.mutate({ zone: zone.code, id, version, ...content })
      }}
    >
      {byAccount ? (
        <label className="agreement-read">
          <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />{' '}
          {say({
            zh: '已看过事项、日期、材料、承诺和费用，同意按此办理。',
            en: 'The matters, dates, papers, commitments and fees have been read and are agreed to.',
          })}
        </label>
      ) : (
        <div className="field">
          <label htmlFor={field}>
            {say(onPaper ? { zh: '谁签的字', en: 'Who signed' } : { zh: '理由', en: 'Reason' })}
          </label>
          <Input
            id={field}
            maxLength={onPaper ? 60 : 2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      {side !== null && (
        <UploadButton
          name={say(label)}
          given={fileId !== null}
          label={say(
            onPaper
              ? { zh: '上传签字盖章扫描件', en: 'Scan of the signed paper' }
              : { zh: '上传盖章扫描件（选填）', en: 'Signed scan (optional)' },
          )}
          onFile={(file) => setFileId(file.id)}
        />
      )}
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
