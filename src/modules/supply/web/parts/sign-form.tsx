import { Button, Input } from 'antd'
import { Decimal } from 'decimal.js'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { monthsLater } from '../../../../kernel/months.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type Offering, type OfferingRules, signContract } from '../../contract/offerings.ts'
import { clauseKinds, clauseLabels } from '../../contract/words.ts'
import { stale } from './use-supply.ts'

interface Props {
  readonly offering: Offering
  readonly rules: OfferingRules
  readonly onDone: () => void
}

const dayFields = [
  { key: 'handoverDue', label: { zh: '交地', en: 'Handover' }, months: 1 },
  { key: 'startDue', label: { zh: '开工', en: 'Start' }, months: 6 },
  { key: 'completionDue', label: { zh: '竣工', en: 'Completion' }, months: 24 },
  { key: 'productionDue', label: { zh: '投产', en: 'Production' }, months: 30 },
  { key: 'outputDue', label: { zh: '达产', en: 'Full output' }, months: 54 },
] as const

/** Both contracts of a deal. The indicators are the notice's; dates, price schedule and clauses are proposed and may be changed. */
export function SignForm({ offering, rules, onDone }: Props) {
  const say = useText()
  const id = useId()
  const today = legalDayOf(new Date())
  const [number, setNumber] = useState('')
  const [buildNumber, setBuildNumber] = useState('')
  const [days, setDays] = useState(
    () =>
      Object.fromEntries(dayFields.map(({ key, months }) => [key, monthsLater(today, months)])) as Record<
        (typeof dayFields)[number]['key'],
        string
      >,
  )
  const [clauses, setClauses] = useState<Readonly<Record<string, string>>>({})
  const [answer, setAnswer] = useState('')
  const act = useAct(signContract, { stale, onDone })
  const price = new Decimal(offering.priceYuan ?? '0')
  const first = price.times(rules.firstPercent).div(100).toDecimalPlaces(2)
  const flag =
    act.error instanceof Problem && act.error.code === 'supply.flagged_clause'
      ? String(act.error.details?.flag ?? '')
      : ''
  const ready = number.trim() !== ''
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || act.isPending) return
        act.mutate({
          ...{ id: offering.id, version: offering.version, happenedOn: today, number, dates: days },
          ...{
            buildNumber: buildNumber.trim() || null,
            answered: flag && answer.trim() ? { [flag]: answer.trim() } : {},
          },
          clauses: clauseKinds
            .flatMap((kind) => (kind === 'indicators' ? [] : [{ kind, words: clauses[kind] ?? '' }]))
            .filter(({ words }) => words.trim() !== ''),
          instalments: [
            { dueOn: monthsLater(today, rules.firstMonths), amountYuan: first.toFixed(2) },
            ...(price.minus(first).isZero()
              ? []
              : [{ dueOn: monthsLater(today, rules.restMonths), amountYuan: price.minus(first).toFixed(2) }]),
          ],
          ...{ lateStartPermille: rules.lateStartPermille, lateCompletionPermille: rules.lateCompletionPermille },
          capPercent: rules.capPercent,
        })
      }}
    >
      <div className="supply-fields">
        <LabelledField label={{ zh: '出让合同编号', en: 'Land contract' }} value={number} onChange={setNumber} />
        {offering.landKind === 'standard' && (
          <LabelledField
            label={{ zh: '标准地投资建设合同编号', en: 'Contract on what is built' }}
            value={buildNumber}
            onChange={setBuildNumber}
          />
        )}
        {dayFields.map(({ key, label }) => (
          <LabelledField
            key={key}
            {...{ label, value: days[key], type: 'date' }}
            onChange={(value) => setDays({ ...days, [key]: value })}
          />
        ))}
      </div>
      {clauseKinds
        .filter((kind) => kind !== 'indicators')
        .map((kind) => (
          <div className="field" key={kind}>
            <label htmlFor={`${id}-${kind}`}>{say(clauseLabels[kind])}</label>
            <Input.TextArea
              {...{ id: `${id}-${kind}`, rows: 2, maxLength: 4000, value: clauses[kind] ?? '' }}
              onChange={(event) => setClauses({ ...clauses, [kind]: event.target.value })}
            />
          </div>
        ))}
      <p className="soft">
        {say({
          zh: `价款 ${offering.priceYuan} 元：${rules.firstPercent}% 在 ${rules.firstMonths} 个月内、其余在 ${rules.restMonths} 个月内缴（${rules.paymentSource}）。逾期开工、竣工每日 ${rules.lateStartPermille}‰，违约金以地价 ${rules.capPercent}% 为限（${rules.contractSource}）。`,
          en: `Price ${offering.priceYuan} yuan: ${rules.firstPercent} % within ${rules.firstMonths} month, the rest within ${rules.restMonths}. ${rules.lateStartPermille}‰ a day for a late start or completion, penalties at most ${rules.capPercent} % of the price.`,
        })}
      </p>
      <Refusal error={act.error} />
      {flag !== '' && (
        <LabelledField
          label={{ zh: '为什么这一条没有问题（写明后再签）', en: 'Why this clause stands (then sign again)' }}
          {...{ value: answer, onChange: setAnswer }}
        />
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '签订合同', en: 'Sign the contracts' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
