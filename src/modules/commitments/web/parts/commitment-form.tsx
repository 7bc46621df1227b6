import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { call } from '../../../../web/client.ts'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { newKey } from '../../../../web/kit/new-key.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { type CommitmentVerb, commitmentSteps } from '../../contract/steps.ts'
import {
  breachCommitment,
  type Commitment,
  listCommitments,
  rectifyCommitment,
  requireRectification,
  signCommitment,
  verifyCommitment,
} from '../../contract.ts'

const doors = {
  sign: signCommitment,
  verify: verifyCommitment,
  requireRectification,
  rectify: rectifyCommitment,
  breach: breachCommitment,
}

interface CommitmentFormProps {
  readonly commitment: Commitment
  readonly verb: CommitmentVerb
  readonly onClose: () => void
}

/** Signing asks to have been read and understood; every other step for its reason. */
export function CommitmentForm({ commitment, verb, onClose }: CommitmentFormProps) {
  const say = useText()
  const id = useId()
  const [agreed, setAgreed] = useState(false)
  const [fileId, setFileId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [days, setDays] = useState('')
  const step = useCommitmentStep(commitment, verb, onClose)
  const signing = verb === 'sign'
  const withDays = commitmentSteps[verb].needs.includes('days')
  const ready = signing ? agreed : reason.trim() !== '' && (!withDays || /^[1-9]\d{0,2}$/.test(days))
  const { label } = commitmentSteps[verb]
  const content = signing ? { fileId } : { reason: reason.trim(), ...(withDays && { days: Number(days) }) }
  return (
    <form
      className="card commitment-form"
      aria-label={say(label)}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !step.isPending) step.mutate(content)
      }}
    >
      {signing ? (
        <>
          <label className="commitment-agree">
            <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />{' '}
            {say({
              zh: '我已阅读并理解上述承诺；如有违反，愿承担相应责任。',
              en: 'I have read and understood the commitment above, and answer for a breach of it.',
            })}
          </label>
          <p>
            <UploadButton
              name={say(commitment.matter.name)}
              given={fileId !== null}
              label={say({ zh: '上传盖章扫描件（选填）', en: 'Signed scan (optional)' })}
              onFile={(file) => setFileId(file.id)}
            />
          </p>
        </>
      ) : (
        <>
          <div className="field">
            <label htmlFor={`${id}-reason`}>{say({ zh: '核查情况与理由', en: 'Finding and reason' })}</label>
            <Input.TextArea
              id={`${id}-reason`}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          {withDays && (
            <div className="field">
              <label htmlFor={`${id}-days`}>{say({ zh: '整改期限（工作日）', en: 'Working days to rectify' })}</label>
              <Input
                id={`${id}-days`}
                inputMode="numeric"
                value={days}
                onChange={(event) => setDays(event.target.value)}
              />
            </div>
          )}
        </>
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

/** The same content under the same key: pressed twice it has one effect. */
function useCommitmentStep({ id, version }: Commitment, verb: CommitmentVerb, onDone: () => void) {
  const { zone } = useMember()
  const client = useQueryClient()
  const sent = useRef({ content: '', key: '' })
  const door = doors[verb] as unknown as Endpoint<Record<string, unknown>, Commitment>
  const refresh = () => client.invalidateQueries({ queryKey: [listCommitments.name] })
  return useMutation({
    mutationFn: (content: Record<string, unknown>) => {
      const input = { zone: zone.code, id, version, ...content }
      const text = JSON.stringify([verb, input])
      if (sent.current.content !== text) sent.current = { content: text, key: newKey() }
      return call(door, input, { key: sent.current.key })
    },
    onSuccess: async () => {
      await refresh()
      onDone()
    },
    onError: refresh,
  })
}
