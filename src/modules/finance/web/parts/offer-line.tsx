import { Button } from 'antd'
import { useId, useState } from 'react'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { offerStates } from '../../contract/words.ts'
import { decideOffer, forwardOffer, matchNeed, type Offer, withdrawOffer } from '../../contract.ts'

const stale = [matchNeed.name]

/** A product that was chosen, and what became of it. */
export function OfferLine({ offer }: { readonly offer: Offer }) {
  const say = useText()
  const { language } = usePreferences()
  const [form, setForm] = useState<'forward' | 'grant' | 'refuse' | null>(null)
  const withdraw = useAct(withdrawOffer, { stale })
  const { id, version, product, state, acceptedOn, forwardedOn, decidedOn, amountYuan, note, may } = offer
  return (
    <>
      <p>
        <span className="mark">{say(offerStates[state])}</span> <strong>{product.name}</strong> {product.provider}{' '}
        {amountYuan !== null && <span className="number">{formatYuan(amountYuan, language)}</span>}{' '}
        <span className="number soft">{decidedOn ?? forwardedOn ?? acceptedOn}</span>
        {note !== null && ` · ${note}`}
      </p>
      {form === null && (
        <div className="form-actions">
          {may.forward && (
            <Button type="primary" onClick={() => setForm('forward')}>
              {say({ zh: '转交机构', en: 'Forward' })}
            </Button>
          )}
          {may.decide && (
            <>
              <Button onClick={() => setForm('grant')}>{say({ zh: '获批', en: 'Granted' })}</Button>
              <Button onClick={() => setForm('refuse')}>{say({ zh: '未获批', en: 'Refused' })}</Button>
            </>
          )}
          {may.withdraw && (
            <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ id, version })}>
              {say({ zh: '撤回', en: 'Withdraw' })}
            </Button>
          )}
        </div>
      )}
      {form === 'forward' && <ForwardForm offer={offer} onClose={() => setForm(null)} />}
      {(form === 'grant' || form === 'refuse') && (
        <DecideForm offer={offer} granted={form === 'grant'} onClose={() => setForm(null)} />
      )}
      <Refusal error={withdraw.error} />
    </>
  )
}

interface FormProps {
  readonly offer: Offer
  readonly onClose: () => void
}

function ForwardForm({ offer: { id, version }, onClose }: FormProps) {
  const act = useAct(forwardOffer, { stale, onDone: onClose })
  return (
    <WordsForm
      act={{ zh: '转交机构', en: 'Forward' }}
      label={{ zh: '交给谁、怎么交的', en: 'To whom, and how' }}
      pending={act.isPending}
      error={act.error}
      onSubmit={(note) => act.mutate({ id, version, note })}
      onCancel={onClose}
    />
  )
}

function DecideForm({ offer: { id, version }, granted, onClose }: FormProps & { readonly granted: boolean }) {
  const say = useText()
  const field = useId()
  const [amount, setAmount] = useState('')
  const act = useAct(decideOffer, { stale, onDone: onClose })
  return (
    <WordsForm
      act={granted ? { zh: '记录获批', en: 'Record: granted' } : { zh: '记录未获批', en: 'Record: refused' }}
      label={{ zh: '机构怎么说', en: 'What the provider said' }}
      ready={!granted || amount.trim() !== ''}
      pending={act.isPending}
      error={act.error}
      onSubmit={(note) => act.mutate({ id, version, granted, note, amountYuan: granted ? amount.trim() : null })}
      onCancel={onClose}
    >
      {granted && (
        <div className="field">
          <label htmlFor={field}>{say({ zh: '获批金额（元）', en: 'Amount granted (CNY)' })}</label>
          <input
            id={field}
            className="text-input"
            inputMode="decimal"
            value={amount}
            onChange={({ target }) => setAmount(target.value)}
          />
        </div>
      )}
    </WordsForm>
  )
}
