import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { yuan } from '../../../plans/web/panels.tsx'
import type { LineVerb } from '../../contract/steps.ts'
import type { ProjectBill } from '../../contract.ts'
import { BillLineItem } from './bill-line.tsx'
import { TogetherForm } from './together-form.tsx'
import { useBill, useBillStep } from './use-bill.ts'
import './bills.css'

const together = ['report', 'confirm', 'reject'] as const satisfies readonly LineVerb[]

/** The one bill of a project: totals, lines, and payment of several at once. */
export function BillTab({ project }: { readonly project: string }) {
  const { data, error, refetch } = useBill(project)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  return data === undefined ? <Opening /> : <Bill bill={data} />
}

function Bill({ bill }: { readonly bill: ProjectBill }) {
  const say = useText()
  const { project, lines, mayDrawUp } = bill
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const draw = useBillStep('drawUp', () => undefined)
  const shown = lines.filter(({ state }) => state !== 'void')
  const chosen = shown.filter(({ id }) => ticked.has(id))
  const verbs = together.filter((verb) => chosen.length > 0 && chosen.every(({ steps }) => steps.includes(verb)))
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    setTicked(next)
  }
  return (
    <>
      {lines.length === 0 ? (
        <p className="card empty-state" role="status">
          {say({
            zh: '还没有账单。按方案开立后，每项费用的金额、依据、减免和缴款都在这一张单上。',
            en: 'No bill yet. Once drawn up from the plan, every fee stands here with its amount, ground, waiver and payment.',
          })}
        </p>
      ) : (
        <Totals bill={bill} />
      )}
      {mayDrawUp && (
        <p>
          <Button loading={draw.isPending} onClick={() => draw.mutate({ project: project.id })}>
            {say(
              lines.length === 0
                ? { zh: '按方案开立账单', en: 'Draw up from the plan' }
                : { zh: '按现在的方案更新', en: 'Bring up to date with the plan' },
            )}
          </Button>
        </p>
      )}
      <Refusal error={draw.error} />
      <ul className="plain-list">
        {shown.map((line) => (
          <BillLineItem
            key={line.id}
            line={line}
            ticked={together.some((verb) => line.steps.includes(verb)) ? ticked.has(line.id) : undefined}
            onTick={(on) => tick(line.id, on)}
          />
        ))}
      </ul>
      {verbs.map((verb) => (
        <TogetherForm key={verb} project={project.id} lines={chosen} verb={verb} onDone={() => setTicked(new Set())} />
      ))}
      {chosen.length > 0 && verbs.length === 0 && (
        <p className="notice" role="status">
          {say({
            zh: '选中的项目状态不同，不能一起办；请只选同一状态的。',
            en: 'The chosen lines stand differently and cannot be done together: choose lines of one state.',
          })}
        </p>
      )}
    </>
  )
}

function Totals({ bill: { totals } }: { readonly bill: ProjectBill }) {
  const say = useText()
  const shown = [
    { label: { zh: '待缴', en: 'Due' }, amount: totals.due },
    { label: { zh: '其中待确认', en: 'of it to be confirmed' }, amount: totals.reported },
    { label: { zh: '已缴', en: 'Paid' }, amount: totals.paid },
    { label: { zh: '减免', en: 'Waived' }, amount: totals.waived },
    { label: { zh: '已退', en: 'Refunded' }, amount: totals.refunded },
  ]
  return (
    <section className="card bill-totals">
      <dl>
        {shown.map(({ label, amount }) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd className="number">¥ {yuan(amount)}</dd>
          </div>
        ))}
      </dl>
      {totals.unknown > 0 && (
        <p className="small">
          {say({
            zh: `△ 有 ${totals.unknown} 项金额待定，待缴合计是下限。`,
            en: `△ ${totals.unknown} amounts are not known yet: what is due is a lower bound.`,
          })}
        </p>
      )}
    </section>
  )
}
