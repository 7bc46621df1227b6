import { Button } from 'antd'
import { useState } from 'react'
import { formatYuan } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { Promised } from '../../contract/views.ts'
import { idleActLabels, idleCauseLabels } from '../../contract/words.ts'
import { EndCauseForm, ExcuseForm, ExtendForm, LetterForm } from './idle-forms.tsx'
import { IdleMark } from './idle-mark.tsx'

type Form = 'extend' | 'excuse' | 'letter' | { readonly end: string }

/** The clock of idle land: extensions, causes that stop it, letters; each by a decision. */
export function IdleCard({ promised }: { readonly promised: Promised }) {
  const say = useText()
  const language = useLanguage()
  const { may } = useMember()
  const [form, setForm] = useState<Form | null>(null)
  const { idle, extensions, extensionsLeft, checks } = promised
  const started = checks.some(({ kind, state }) => kind === 'start' && state === 'passed')
  const close = () => setForm(null)
  return (
    <div className="card">
      <h2>
        {say({ zh: '闲置土地计时', en: 'Clock of idle land' })} <IdleMark idle={idle} />
      </h2>
      {idle.feeOn !== null && (
        <p className="number">
          {say({
            zh: `满一年 ${idle.feeOn}，满两年 ${idle.takeBackOn}；不计 ${idle.excusedDays} 日；闲置费最多 ${formatYuan(idle.feeLimitYuan, language)}`,
            en: `A year on ${idle.feeOn}, two on ${idle.takeBackOn}; ${idle.excusedDays} days excused; fee at most ${formatYuan(idle.feeLimitYuan, language)}`,
          })}
        </p>
      )}
      <ul className="plain-list small">
        {extensions.map(({ months, grantedOn, document, reason }) => (
          <li key={`${grantedOn}${document}`}>
            <span className="number">{grantedOn}</span>{' '}
            {say({ zh: `开工延期 ${months} 个月`, en: `start put off by ${months} months` })}：{document}，{reason}
          </li>
        ))}
        {idle.causes.map((one) => (
          <li key={one.id}>
            {say(idleCauseLabels[one.cause])}{' '}
            <span className="number">
              {one.from} — {one.until ?? say({ zh: '仍在持续', en: 'still' })}
            </span>
            ：{one.document}{' '}
            {one.until === null && may('promises.decide') && (
              <Button size="small" onClick={() => setForm({ end: one.id })}>
                {say({ zh: '原因消除', en: 'It is over' })}
              </Button>
            )}
          </li>
        ))}
        {idle.acts.map(({ act, on, document, reason, amountYuan, by }) => (
          <li key={`${act}${on}${document}`}>
            <span className="number">{on}</span> {say(idleActLabels[act])} {document}
            {amountYuan !== null && ` ${formatYuan(amountYuan, language)}`}：{reason}（{by}）
          </li>
        ))}
      </ul>
      {may('promises.decide') && form === null && (
        <div className="form-actions">
          {!started && extensionsLeft > 0 && (
            <Button onClick={() => setForm('extend')}>{say({ zh: '同意开工延期', en: 'Put the start off' })}</Button>
          )}
          {!started && (
            <Button onClick={() => setForm('excuse')}>{say({ zh: '登记不计入的原因', en: 'Enter a cause' })}</Button>
          )}
          {idle.state !== 'quiet' && (
            <Button onClick={() => setForm('letter')}>{say({ zh: '出具文书', en: 'Write a letter' })}</Button>
          )}
        </div>
      )}
      {form === 'extend' && <ExtendForm promised={promised} onDone={close} />}
      {form === 'excuse' && <ExcuseForm promised={promised} onDone={close} />}
      {form === 'letter' && <LetterForm promised={promised} onDone={close} />}
      {form !== null && typeof form === 'object' && (
        <EndCauseForm promised={promised} cause={form.end} onDone={close} />
      )}
    </div>
  )
}
