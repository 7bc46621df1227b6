import { Button } from 'antd'
import { useState } from 'react'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import type { PlacedRow } from '../../../../web/kit/places.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { assessment } from '../../contract/assessment.ts'
import { publishAssessment, withdrawAssessment } from '../../contract/readiness.ts'
import { stale as ofParcels } from './use-parcels.ts'

const stale = [...ofParcels, `${assessment.name}.list`, `${assessment.name}.read`, `${assessment.name}.history`]

/** A draft is published, what is published is withdrawn with a reason; plans of projects on its land are told by the server. */
export function AssessmentActs({ row: { id, version, archivedAt, state } }: { readonly row: PlacedRow }) {
  const say = useText()
  const [reason, setReason] = useState<string | null>(null)
  const publish = useAct(publishAssessment, { stale })
  const withdraw = useAct(withdrawAssessment, { stale, onDone: () => setReason(null) })
  if (archivedAt !== null) return null
  if (state === 'draft')
    return (
      <>
        <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate({ id, version })}>
          {say({ zh: '公布', en: 'Publish' })}
        </Button>
        <Refusal error={publish.error} />
      </>
    )
  if (state !== 'published') return null
  if (reason === null)
    return (
      <Button danger onClick={() => setReason('')}>
        {say({ zh: '撤回', en: 'Withdraw' })}
      </Button>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') withdraw.mutate({ id, version, reason: reason.trim() })
      }}
    >
      <LabelledField
        maxLength={300}
        label={{ zh: '撤回原因', en: 'Why it is withdrawn' }}
        value={reason}
        onChange={setReason}
      />
      <Refusal error={withdraw.error} />
      <Button htmlType="submit" danger disabled={reason.trim() === ''} loading={withdraw.isPending}>
        {say({ zh: '确认撤回', en: 'Withdraw it' })}
      </Button>
    </form>
  )
}
