import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { type AgreementView, endAgreement, signAgreement } from '../../contract/agreements.ts'
import { agreementStateLabels } from '../../contract/words.ts'
import { ClauseCard } from './clause-card.tsx'
import { ClauseEditor } from './clause-editor.tsx'
import { PromotionNav } from './promotion-nav.tsx'
import { promotionDoors, useAgreement } from './use-promotion.ts'

/** One agreement: clauses with flags and reviews, then the signing. */
export function AgreementPage({ id }: { readonly id: string }) {
  const found = useAgreement(id)
  if (found.error !== null) return <Failure error={found.error} onRetry={() => found.refetch()} />
  if (found.data === undefined) return <Opening />
  return <Loaded agreement={found.data} />
}

function Loaded({ agreement }: { readonly agreement: AgreementView }) {
  const say = useText()
  const language = useLanguage()
  const { zone, may } = useMember()
  const [editing, setEditing] = useState(false)
  const { title, state, amountYuan, lead, clauses, toReview, sample } = agreement
  useTitle({ zh: title, en: title })
  const draft = state === 'draft'
  return (
    <div className="page">
      <PromotionNav />
      <h1>{title}</h1>
      <p className="lead-line">
        <Link to="/leads/$id" params={{ id: lead.id }} search={{ zone: zone.code, view: 'agreements' }}>
          {lead.company} · {lead.name}
        </Link>
        <span className="mark">{say(agreementStateLabels[state])}</span>
        <span className="number">{formatYuan(amountYuan, language)}</span>
        {agreement.signedOn !== null && <span>{agreement.signedOn}</span>}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      {draft && (
        <p className={`notice ${toReview > 0 ? 'notice-warning' : ''}`} role="status">
          {toReview > 0
            ? say({
                zh: `△ 有 ${toReview} 处公平竞争提示没有通过审查（等审查或须删改），审查通过前不能签约。`,
                en: `△ ${toReview} flags have not passed a review (waiting, or to be changed): not to be signed before.`,
              })
            : say({ zh: '○ 没有待审查的提示。', en: '○ No flag waits for a review.' })}
        </p>
      )}
      {editing ? (
        <ClauseEditor agreement={agreement} onClose={() => setEditing(false)} />
      ) : (
        <>
          {clauses.length === 0 && <p className="card">{say({ zh: '还没有条款。', en: 'No clauses yet.' })}</p>}
          <ol className="clause-list">
            {clauses.map((clause) => (
              <li key={clause.id}>
                <ClauseCard agreement={agreement} clause={clause} />
              </li>
            ))}
          </ol>
          {draft && may('promotion.write') && (
            <Button onClick={() => setEditing(true)}>
              {say({ zh: '写入或修改条款', en: 'Write or change clauses' })}
            </Button>
          )}
        </>
      )}
      <Signing agreement={agreement} />
    </div>
  )
}

function Signing({ agreement: { id, version, state, maySign } }: { readonly agreement: AgreementView }) {
  const say = useText()
  const { may } = useMember()
  const today = legalDayOf(new Date())
  const [signedOn, setSignedOn] = useState(today)
  const [ending, setEnding] = useState(false)
  const act = useAct(signAgreement, { stale: promotionDoors })
  const end = useAct(endAgreement, { stale: promotionDoors, onDone: () => setEnding(false) })
  if (state === 'signed' && may('promotion.sign')) {
    return ending ? (
      <WordsForm
        act={{ zh: '终止协议', en: 'End the agreement' }}
        label={{ zh: '原因', en: 'Reason' }}
        pending={end.isPending}
        error={end.error}
        onSubmit={(reason) => end.mutate({ id, version, reason })}
        onCancel={() => setEnding(false)}
      />
    ) : (
      <p className="form-actions">
        <Button onClick={() => setEnding(true)}>{say({ zh: '终止协议', en: 'End the agreement' })}</Button>
      </p>
    )
  }
  if (!maySign) return null
  return (
    <section className="card signing" aria-label={say({ zh: '登记签约', en: 'Record the signing' })}>
      <label>
        {say({ zh: '签约日期', en: 'Signed on' })}{' '}
        <input
          type="date"
          className="text-input"
          max={today}
          value={signedOn}
          onChange={(event) => setSignedOn(event.target.value)}
        />
      </label>
      <Button
        type="primary"
        disabled={signedOn === ''}
        loading={act.isPending}
        onClick={() => act.mutate({ id, version, signedOn })}
      >
        {say({ zh: '登记签约', en: 'Record the signing' })}
      </Button>
      <Refusal error={act.error} />
    </section>
  )
}
