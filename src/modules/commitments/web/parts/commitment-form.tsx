import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { listSamples } from '../../contract/samples.ts'
import { type CommitmentVerb, commitmentSteps } from '../../contract/steps.ts'
import {
  breachCommitment,
  type Commitment,
  defendCommitment,
  dropProposal,
  hearCommitment,
  listCommitments,
  planCheck,
  rectifyCommitment,
  requireRectification,
  signCommitment,
  verifyCommitment,
} from '../../contract.ts'

const doors = {
  sign: signCommitment,
  planCheck,
  verify: verifyCommitment,
  requireRectification,
  rectify: rectifyCommitment,
  hear: hearCommitment,
  defend: defendCommitment,
  breach: breachCommitment,
  dropProposal,
} satisfies Readonly<Record<CommitmentVerb, unknown>>

interface CommitmentFormProps {
  readonly commitment: Commitment
  readonly verb: CommitmentVerb
  readonly onClose: () => void
}

/** Signing asks to have been read and understood; every other step for its words, what proves it, and its days. */
export function CommitmentForm(props: CommitmentFormProps) {
  return props.verb === 'sign' ? <SignForm {...props} /> : <StepForm {...props} />
}

function SignForm({ commitment, verb, onClose }: CommitmentFormProps) {
  const say = useText()
  const [agreed, setAgreed] = useState(false)
  const [fileId, setFileId] = useState<string | null>(null)
  const step = useCommitmentStep(commitment, verb, onClose)
  const { label } = commitmentSteps[verb]
  return (
    <form
      className="card commitment-form"
      aria-label={say(label)}
      onSubmit={(event) => {
        event.preventDefault()
        if (agreed && !step.isPending) step.mutate({ fileId })
      }}
    >
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
      <Refusal error={step.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!agreed} loading={step.isPending}>
          {say({ zh: `确认${label.zh}`, en: `Confirm: ${label.en}` })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}

const daysLabels: Partial<Record<CommitmentVerb, { readonly zh: string; readonly en: string }>> = {
  planCheck: { zh: '核查期限（工作日）', en: 'Working days to the check' },
  requireRectification: { zh: '整改期限（工作日）', en: 'Working days to rectify' },
  hear: { zh: '申辩期限（工作日）', en: 'Working days to answer' },
}

function StepForm({ commitment, verb, onClose }: CommitmentFormProps) {
  const say = useText()
  const id = useId()
  const [days, setDays] = useState('')
  const [evidence, setEvidence] = useState<readonly string[]>([])
  const step = useCommitmentStep(commitment, verb, onClose)
  const daysLabel = daysLabels[verb]
  const { label } = commitmentSteps[verb]
  return (
    <WordsForm
      act={{ zh: `确认${label.zh}`, en: `Confirm: ${label.en}` }}
      label={
        verb === 'defend' ? { zh: '陈述与申辩', en: 'Statement' } : { zh: '核查情况与理由', en: 'Finding and reason' }
      }
      ready={daysLabel === undefined || /^[1-9]\d{0,2}$/.test(days)}
      pending={step.isPending}
      error={step.error}
      onSubmit={(reason) => step.mutate({ reason, evidence, ...(daysLabel && { days: Number(days) }) })}
      onCancel={onClose}
    >
      {daysLabel && (
        <div className="field">
          <label htmlFor={`${id}-days`}>{say(daysLabel)}</label>
          <Input id={`${id}-days`} inputMode="numeric" value={days} onChange={(event) => setDays(event.target.value)} />
        </div>
      )}
      <p>
        <UploadButton
          name={say(commitment.matter.name)}
          label={say(
            evidence.length === 0
              ? { zh: '上传佐证（选填）', en: 'Evidence (optional)' }
              : { zh: `已有佐证 ${evidence.length} 份，再传一份`, en: `${evidence.length} files, one more` },
          )}
          onFile={(file) => setEvidence((all) => [...all, file.id])}
        />
      </p>
    </WordsForm>
  )
}

/** The step at its own door; all doors of the table answer the commitment as it is afterwards. */
function useCommitmentStep({ id, version }: Commitment, verb: CommitmentVerb, onDone: () => void) {
  const door = doors[verb] as unknown as Endpoint<{ zone: string } & Record<string, unknown>, Commitment>
  const act = useAct(door, { stale: [listCommitments.name, listSamples.name], onDone })
  return { ...act, mutate: (content: Record<string, unknown>) => act.mutate({ id, version, ...content }) }
}
