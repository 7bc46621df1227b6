import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { discardJob, type JobView, listJobs, retryJob } from '../../platform/worker/contract.ts'
import { call } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

/** A failed job is tried again, or given up with the reason why. */
export function JobActs({ job }: { readonly job: JobView }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const [note, setNote] = useState<string | null>(null)
  const address = { zone: zone.code, queue: job.queue, id: job.id }
  const onSuccess = () => client.invalidateQueries({ queryKey: [listJobs.name] })
  const retry = useMutation({ mutationFn: () => call(retryJob, address), onSuccess })
  const discard = useMutation({ mutationFn: () => call(discardJob, { ...address, note: note ?? '' }), onSuccess })
  if (job.deadAt === null) return '—'
  return (
    <div className="form-actions">
      <Button loading={retry.isPending} onClick={() => retry.mutate()}>
        {say({ zh: '重试', en: 'Try again' })}
      </Button>
      {note === null ? (
        <Button onClick={() => setNote('')}>{say({ zh: '放弃…', en: 'Give up…' })}</Button>
      ) : (
        <>
          <Input
            aria-label={say({ zh: '放弃的原因', en: 'Why it is given up' })}
            placeholder={say({ zh: '原因', en: 'Reason' })}
            value={note}
            maxLength={500}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button disabled={note.trim().length < 2} loading={discard.isPending} onClick={() => discard.mutate()}>
            {say({ zh: '确认放弃', en: 'Give it up' })}
          </Button>
        </>
      )}
      <Refusal error={retry.error ?? discard.error} />
    </div>
  )
}
