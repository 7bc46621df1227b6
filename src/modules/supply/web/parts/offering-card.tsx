import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { failOffering, type Offering, type OfferingRules, openListing } from '../../contract/offerings.ts'
import { offeringStateLabels } from '../../contract/words.ts'
import { Mu } from './mu.tsx'
import { SellForm } from './sell-form.tsx'
import { SignForm } from './sign-form.tsx'
import { stale } from './use-supply.ts'
import './supply.css'

type Form = 'sell' | 'fail' | 'contract'

/** One parcel on offer: what the notice says, where it stands, and the next step. */
export function OfferingCard({ offering, rules }: { readonly offering: Offering; readonly rules: OfferingRules }) {
  const say = useText()
  const language = useLanguage()
  const { zone, may } = useMember()
  const [form, setForm] = useState<Form | null>(null)
  const { id, version, number, parcel, state, buyer, contract } = offering
  const today = legalDayOf(new Date())
  const open = useAct(openListing, { stale })
  const fail = useAct(failOffering, { stale, onDone: () => setForm(null) })
  const late = state === 'sold' && offering.contractDueOn !== null && offering.contractDueOn < today
  const facts = [
    [{ zh: '挂牌', en: 'Listed' }, `${offering.opensOn} — ${offering.closesOn}`],
    [{ zh: '起始价', en: 'Opening price' }, formatYuan(offering.startPriceYuan, language)],
    [{ zh: '规划条件', en: 'Planning conditions' }, offering.planningConditions],
    ...(buyer === null ? [] : [[{ zh: '竞得人', en: 'Buyer' }, buyer.name] as const]),
    ...(offering.priceYuan === null
      ? []
      : [[{ zh: '成交价', en: 'Price' }, formatYuan(offering.priceYuan, language)] as const]),
    ...(offering.confirmation === null
      ? []
      : [[{ zh: '成交确认书', en: 'Confirmation' }, offering.confirmation] as const]),
  ] as const
  return (
    <article className="card">
      <h2>
        {parcel.name} <Mu sqm={offering.areaSqm} /> · {say(offeringStateLabels[state])}
      </h2>
      <p>{number}</p>
      <dl className="supply-facts">
        {facts.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="small">
        {offering.indicators.map((one) => (
          <li key={one.code}>
            {one.name} {one.op === 'gte' ? '≥' : '≤'} <span className="number">{one.value}</span> {one.unit}
          </li>
        ))}
      </ul>
      {state === 'sold' && (
        <p className={late ? 'supply-bad' : ''}>
          {late && '▲ '}
          {say({ zh: `应在 ${offering.contractDueOn} 前签订合同`, en: `To be signed by ${offering.contractDueOn}` })}
        </p>
      )}
      {contract !== null && (
        <p>
          <Link to="/land-contracts/$id" params={{ id: contract }} search={{ zone: zone.code }}>
            {say({ zh: '打开合同', en: 'Open the contract' })}
          </Link>
        </p>
      )}
      <Refusal error={open.error} />
      {may('supply.offer') && form === null && (
        <div className="supply-acts">
          {offering.may.includes('open') && (
            <Button
              type="primary"
              disabled={today < offering.opensOn}
              loading={open.isPending}
              onClick={() => open.mutate({ id, version, happenedOn: today })}
            >
              {say(
                today < offering.opensOn
                  ? { zh: `${offering.opensOn} 起可开始挂牌`, en: `To be opened from ${offering.opensOn}` }
                  : { zh: '开始挂牌', en: 'Open the listing' },
              )}
            </Button>
          )}
          {offering.may.includes('sell') && (
            <Button type="primary" disabled={today < offering.closesOn} onClick={() => setForm('sell')}>
              {say(
                today < offering.closesOn
                  ? { zh: `${offering.closesOn} 截止后确认成交`, en: `Deal from ${offering.closesOn}` }
                  : { zh: '确认成交', en: 'Confirm the deal' },
              )}
            </Button>
          )}
          {offering.may.includes('contract') && (
            <Button type="primary" onClick={() => setForm('contract')}>
              {say({ zh: '签订合同', en: 'Sign the contracts' })}
            </Button>
          )}
          {offering.may.includes('fail') && (
            <Button onClick={() => setForm('fail')}>{say({ zh: '未成交', en: 'Not sold' })}</Button>
          )}
        </div>
      )}
      {form === 'sell' && <SellForm offering={offering} onDone={() => setForm(null)} />}
      {form === 'contract' && <SignForm offering={offering} rules={rules} onDone={() => setForm(null)} />}
      {form === 'fail' && (
        <WordsForm
          act={{ zh: '未成交', en: 'Not sold' }}
          label={{ zh: '原因', en: 'Reason' }}
          {...{ pending: fail.isPending, error: fail.error, onCancel: () => setForm(null) }}
          onSubmit={(reason) => fail.mutate({ id, version, happenedOn: today, reason })}
        />
      )}
    </article>
  )
}
