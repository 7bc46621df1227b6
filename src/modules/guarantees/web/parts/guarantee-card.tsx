import { Button } from 'antd'
import { useState } from 'react'
import { formatNumber } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { elementLabels } from '../../contract/need.ts'
import type { Guarantee } from '../../contract.ts'
import { EntryForm } from './entry-form.tsx'
import { StateMark } from './state-mark.tsx'

/** One need: how much, what was promised, what has come, what lacks. */
export function GuaranteeCard({ guarantee }: { readonly guarantee: Guarantee }) {
  const say = useText()
  const language = useLanguage()
  const { may } = useMember()
  const [form, setForm] = useState<'promise' | 'delivery' | null>(null)
  const { element, title, unit, needed, promised, delivered, gap, neededOn, state, entries } = guarantee
  const told = (amount: number) => `${formatNumber(amount, language)} ${unit}`
  return (
    <article className="card guarantee-card">
      <h3>
        {say(elementLabels[element])}：{title} <StateMark state={state} />
      </h3>
      <p className="guarantee-line number">
        <span>{say({ zh: `需求 ${told(needed)}，${neededOn} 要`, en: `Needed ${told(needed)} on ${neededOn}` })}</span>
        <span>{say({ zh: `承诺 ${told(promised)}`, en: `Promised ${told(promised)}` })}</span>
        <span>{say({ zh: `到位 ${told(delivered)}`, en: `Delivered ${told(delivered)}` })}</span>
        {gap > 0 && (
          <span className="guarantee-unpromised">
            {say({ zh: `未承诺 ${told(gap)}`, en: `Not promised ${told(gap)}` })}
          </span>
        )}
      </p>
      {entries.length > 0 && (
        <ul className="plain-list small">
          {entries.map((entry) => (
            <li key={`${entry.kind}${entry.on}${entry.document}`}>
              <span className="number">{entry.on}</span> {entry.department}{' '}
              {entry.kind === 'promise'
                ? say({
                    zh: `承诺 ${told(entry.quantity)}，${entry.dueOn} 前`,
                    en: `promised ${told(entry.quantity)} by ${entry.dueOn}`,
                  })
                : say({ zh: `到位 ${told(entry.quantity)}`, en: `delivered ${told(entry.quantity)}` })}
              （{entry.document}）
            </li>
          ))}
        </ul>
      )}
      {may('guarantees.promise') &&
        (form === null ? (
          <div className="form-actions">
            {gap > 0 && <Button onClick={() => setForm('promise')}>{say({ zh: '承诺保障', en: 'Promise' })}</Button>}
            {promised > delivered && (
              <Button onClick={() => setForm('delivery')}>{say({ zh: '登记到位', en: 'Enter delivery' })}</Button>
            )}
          </div>
        ) : (
          <EntryForm guarantee={guarantee} kind={form} onDone={() => setForm(null)} />
        ))}
    </article>
  )
}
