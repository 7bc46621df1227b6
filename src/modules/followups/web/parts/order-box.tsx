import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Reading } from '../../contract/sentence.ts'
import { type FollowUp, readSentenceOf } from '../../contract.ts'
import { OrderForm } from './order-form.tsx'
import './follow-ups.css'

type Subject = Pick<NonNullable<FollowUp['subject']>, 'kind' | 'id'>

/** 批一句话: a leader writes one sentence; what rules have read of it stands beneath, to be confirmed by one press. */
export function OrderBox({ subject }: { readonly subject: Subject | null }) {
  const say = useText()
  const { zone, may } = useMember()
  const [sentence, setSentence] = useState('')
  const [done, setDone] = useState<FollowUp | null>(null)
  const reading = useMutation({
    mutationFn: (text: string): Promise<Reading> => call(readSentenceOf, { zone: zone.code, sentence: text }),
  })
  if (!may('followups.issue')) return null
  const label = say({ zh: '批一句话，交办成督办', en: 'One sentence becomes an order' })
  return (
    <section className="order-box card" aria-label={label}>
      <form
        className="order-line"
        onSubmit={(event) => {
          event.preventDefault()
          setDone(null)
          if (sentence.trim() !== '' && !reading.isPending) reading.mutate(sentence)
        }}
      >
        <input
          className="text-input"
          aria-label={label}
          placeholder={say({
            zh: '例：请审批局周五前把立项批复办好',
            en: 'e.g. 请审批局周五前把立项批复办好 (names and dates in Chinese)',
          })}
          value={sentence}
          maxLength={500}
          onChange={(event) => {
            setSentence(event.target.value)
            reading.reset()
          }}
        />
        <Button htmlType="submit" loading={reading.isPending} disabled={sentence.trim() === ''}>
          {say({ zh: '批示', en: 'Read it' })}
        </Button>
      </form>
      <Refusal error={reading.error} />
      {reading.data && (
        <OrderForm
          key={sentence}
          sentence={sentence}
          reading={reading.data}
          subject={subject}
          onDone={(followUp) => {
            setDone(followUp)
            setSentence('')
            reading.reset()
          }}
        />
      )}
      {done !== null && (
        <p role="status" className="notice">
          {say({
            zh: `已交办 ${done.to.name}，${done.dueOn ?? ''} 前答复；回复会出现在这一条下面。`,
            en: `Given to ${done.to.name}, to be answered by ${done.dueOn ?? ''}; the answer will stand beneath it.`,
          })}
        </p>
      )}
    </section>
  )
}
