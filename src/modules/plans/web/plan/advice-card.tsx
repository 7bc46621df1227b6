import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { useText } from '../../../../web/text.tsx'
import type { Advice, AdviceItem } from '../../contract/answers.ts'
import { advisePlan } from '../../contract.ts'
import { Fold } from './fold.tsx'
import type { PartProps } from './parts.ts'
import type { PlanState } from './use-plan.ts'

const actors: Record<AdviceItem['actor'], { zh: string; en: string }> = {
  zone: { zh: '开发区', en: 'the zone' },
  enterprise: { zh: '企业', en: 'the enterprise' },
  desk: { zh: '办理窗口', en: 'the desk' },
}
const shownFirst = 6

/** What would lawfully shorten the plan, ranked by what planning again says that it saves; one click applies it. */
export function AdviceCard({ state }: PartProps) {
  const say = useText()
  const { data, isPending } = useQuery(queryOf(advisePlan, state.request))
  const [all, setAll] = useState(false)
  const items = all ? (data?.items ?? []) : (data?.items.slice(0, shownFirst) ?? [])
  return (
    <Fold id="advice" title={say({ zh: '还能怎样合法地缩短', en: 'What would lawfully shorten it' })}>
      {isPending && <p role="status">{say({ zh: '正在逐项试算……', en: 'Trying every change…' })}</p>}
      {data && <Combination advice={data} state={state} />}
      {data?.items.length === 0 && (
        <p>{say({ zh: '没有单项改动能再缩短了。', en: 'No single change shortens it further.' })}</p>
      )}
      <ol className="advice">
        {items.map((item) => (
          <Item key={item.id} item={item} state={state} />
        ))}
      </ol>
      {data && data.items.length > shownFirst && (
        <Button onClick={() => setAll(!all)} aria-expanded={all}>
          {all
            ? say({ zh: '只看前几条', en: 'Fewer' })
            : say({ zh: `全部 ${data.items.length} 条`, en: `All ${data.items.length}` })}
        </Button>
      )}
    </Fold>
  )
}

function Item({ item, state }: { readonly item: AdviceItem; readonly state: PlanState }) {
  const say = useText()
  const apply = () =>
    state.change(
      { switches: item.switches, changes: item.changes },
      { zh: `已采用：${item.title.zh}`, en: `Applied: ${item.title.en}` },
    )
  return (
    <li>
      <div>
        <strong>{say(item.title)}</strong>
        <span className="mark">{say({ zh: `由${actors[item.actor].zh}做`, en: `by ${actors[item.actor].en}` })}</span>
        {item.risk && <p className="small soft">{say({ zh: `风险：${item.risk.zh}`, en: `Risk: ${item.risk.en}` })}</p>}
      </div>
      <p className="advice-saves number">
        <Saves to={{ zh: '施工许可', en: 'permit' }} days={item.savesToPermit} />
        <Saves to={{ zh: '投产', en: 'production' }} days={item.savesToProduction} />
      </p>
      <Button onClick={apply} aria-label={say({ zh: `采用：${item.title.zh}`, en: `Apply: ${item.title.en}` })}>
        {say({ zh: '采用', en: 'Apply' })}
      </Button>
    </li>
  )
}

function Saves({ to, days }: { readonly to: { zh: string; en: string }; readonly days: number }) {
  const say = useText()
  if (days === 0) return <span className="soft">{say({ zh: `${to.zh}不变`, en: `${to.en} unchanged` })}</span>
  return days > 0 ? (
    <span>
      {say({ zh: `${to.zh}早 `, en: `${to.en} ` })}
      <b>{days}</b>
      {say({ zh: ' 天', en: ' d earlier' })}
    </span>
  ) : (
    <span>{say({ zh: `${to.zh}晚 ${-days} 天`, en: `${to.en} ${-days} d later` })}</span>
  )
}

/** All of it together, up to the permit on the day of the contract. */
function Combination({ advice, state }: { readonly advice: Advice; readonly state: PlanState }) {
  const say = useText()
  const { steps, milestones, permitOnContractDay } = advice.combination
  const last = steps.at(-1)
  if (!last) return null
  const gap =
    milestones.contract !== null && milestones.permit !== null ? milestones.permit - milestones.contract : null
  return (
    <div className="notice combination">
      <p>
        <strong>
          {permitOnContractDay
            ? say({
                zh: '合起来可以做到：签合同当天取得施工许可（拿地即开工）。',
                en: 'Together: the permit on the day of the contract.',
              })
            : say({
                zh: `合起来：施工许可第 ${milestones.permit ?? '—'} 天${gap === null ? '' : `，合同后 ${gap} 天`}。`,
                en: `Together: the permit on day ${milestones.permit ?? '—'}${gap === null ? '' : `, ${gap} d after the contract`}.`,
              })}
        </strong>
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            {say(step.title)} <Saves to={{ zh: '施工许可', en: 'permit' }} days={step.savesToPermit} />
          </li>
        ))}
      </ol>
      <Button
        type="primary"
        onClick={() =>
          state.change(
            { switches: last.switches, changes: last.changes },
            { zh: `已采用 ${steps.length} 项组合`, en: `Applied the combination of ${steps.length}` },
          )
        }
      >
        {say({ zh: `全部采用（${steps.length} 项）`, en: `Apply all ${steps.length}` })}
      </Button>
    </div>
  )
}
