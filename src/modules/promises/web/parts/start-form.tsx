import { Button } from 'antd'
import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { uploadFile } from '../../../../platform/files/contract.ts'
import { CameraButton } from '../../../../web/kit/queue/camera-button.tsx'
import { useQueued } from '../../../../web/kit/queue/use-queue.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import type { Check } from '../../contract/views.ts'
import { recordCheck } from '../../contract.ts'

interface Props {
  readonly check: Check
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** On the spot, in three taps: a picture, whether it has started, keep. It waits on the device where there is no line. */
export function StartForm({ check, onDone, onCancel }: Props) {
  const say = useText()
  const [picture, setPicture] = useState<{ readonly blob: Blob; readonly name: string } | null>(null)
  const [reached, setReached] = useState<boolean | null>(null)
  const record = useQueued(recordCheck)
  const send = useQueued(uploadFile)
  const label = { zh: '开工核查', en: 'Start check' }
  const keep = (started: boolean, file: NonNullable<typeof picture>) => {
    const input = { id: check.id, version: check.version, checkedOn: legalDayOf(new Date()), reached: started }
    const rest = { note: null, reachedOn: null, values: [] }
    send.mutate({ label, file, input: { subjectKind: 'promises.check', subjectId: check.id } })
    record.mutate({ label, input: { ...input, ...rest } }, { onSuccess: onDone })
  }
  return (
    <form
      className="start-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reached !== null && picture !== null && !record.isPending) keep(reached, picture)
      }}
    >
      <p>
        <CameraButton name={say({ zh: '开工现场', en: 'site' })} onPicture={setPicture} />{' '}
        {picture !== null && <span className="small">✓ {picture.name}</span>}
      </p>
      <div className="start-choice">
        <button type="button" aria-pressed={reached === true} onClick={() => setReached(true)}>
          {say({ zh: '已开工', en: 'Started' })}
        </button>
        <button type="button" aria-pressed={reached === false} onClick={() => setReached(false)}>
          {say({ zh: '没有开工', en: 'Not started' })}
        </button>
      </div>
      <Refusal error={record.error ?? send.error} />
      <div className="form-actions">
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          disabled={reached === null || picture === null}
          loading={record.isPending}
        >
          {say({ zh: '记下', en: 'Keep' })}
        </Button>
        <Button size="large" onClick={onCancel}>
          {say({ zh: '取消', en: 'Cancel' })}
        </Button>
      </div>
    </form>
  )
}
