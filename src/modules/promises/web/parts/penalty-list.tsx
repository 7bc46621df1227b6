import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { Promised } from '../../contract/views.ts'
import { penaltyLabels } from '../../contract/words.ts'
import { settlePenalty } from '../../contract.ts'
import { stale } from './use-promises.ts'

type Penalty = Promised['penalties'][number]

/** Penalties with their arithmetic, and whether they were paid. */
export function PenaltyList({ penalties }: { readonly penalties: readonly Penalty[] }) {
  return (
    <ul className="plain-list">
      {penalties.map((penalty) => (
        <li key={penalty.id}>
          <PenaltyLine penalty={penalty} />
        </li>
      ))}
    </ul>
  )
}

function PenaltyLine({ penalty }: { readonly penalty: Penalty }) {
  const say = useText()
  const language = useLanguage()
  const { may } = useMember()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [document, setDocument] = useState('')
  const act = useAct(settlePenalty, { stale, onDone: () => setOpen(false) })
  const { kind, name, amountYuan, arithmetic, capped, decidedOn, paidOn, paidDocument } = penalty
  return (
    <>
      <strong>
        {say(penaltyLabels[kind])}
        {name !== null && `：${name}`} <span className="number">{formatYuan(amountYuan, language)}</span>
      </strong>{' '}
      <span className="number small">= {arithmetic}</span>
      {capped && say({ zh: '（已按上限）', en: ' (capped)' })} <span className="soft small">{decidedOn}</span>{' '}
      {paidOn === null ? (
        <span className="check-breached">{say({ zh: '未缴', en: 'not paid' })}</span>
      ) : (
        <span className="check-passed">
          {say({ zh: `已缴 ${paidOn} ${paidDocument}`, en: `paid ${paidOn} ${paidDocument}` })}
        </span>
      )}{' '}
      {paidOn === null && may('promises.decide') && !open && (
        <Button size="small" onClick={() => setOpen(true)}>
          {say({ zh: '登记缴纳', en: 'Enter payment' })}
        </Button>
      )}
      {open && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (document.trim() === '' || act.isPending) return
            act.mutate({ id: penalty.id, version: penalty.version, paidOn: legalDayOf(new Date()), document })
          }}
        >
          <div className="field">
            <label htmlFor={id}>{say({ zh: '缴款凭证号', en: 'Receipt' })}</label>
            <Input {...{ id, maxLength: 200, value: document }} onChange={(event) => setDocument(event.target.value)} />
          </div>
          <Refusal error={act.error} />
          <div className="form-actions">
            <Button type="primary" htmlType="submit" disabled={document.trim() === ''} loading={act.isPending}>
              {say({ zh: '登记缴纳', en: 'Enter payment' })}
            </Button>
            <Button onClick={() => setOpen(false)}>{say({ zh: '取消', en: 'Cancel' })}</Button>
          </div>
        </form>
      )}
    </>
  )
}
