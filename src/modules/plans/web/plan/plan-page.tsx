import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { Plan } from '../../contract/plan.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { cautionsOf, type PlanContext } from '../../domain/lists/notes.ts'
import { writeAddress } from '../address.ts'
import { AdviceCard } from './advice-card.tsx'
import { BillCard } from './bill-card.tsx'
import { Difference } from './difference.tsx'
import { ExportBar } from './export-bar.tsx'
import { NextSteps } from './next-steps.tsx'
import { OthersCard } from './others-card.tsx'
import { PageFoot } from './page-foot.tsx'
import { PapersCard } from './papers-card.tsx'
import './plan.css'
import { usePhone } from '../../../../web/kit/use-phone.ts'
import { PlanChart } from './plan-chart.tsx'
import { PromisesCard } from './promises-card.tsx'
import { ScenarioCards } from './scenario-cards.tsx'
import { UndecidedCard } from './undecided-card.tsx'
import { type PlanState, usePlan } from './use-plan.ts'
import { WhatIf } from './what-if.tsx'
import { WhyDrawer } from './why-drawer.tsx'

const title = { zh: '项目方案', en: 'Plan of the project' }

/** What the project needs, in what order, by when and why; what would change it, and on paper. */
export function PlanPage() {
  const say = useText()
  const state = usePlan()
  useTitle(title)
  const { plan, names, error } = state
  return (
    <div className="page plan">
      <h1>{say(title)}</h1>
      <Ignored parts={state.ignored} />
      {error !== null && <Failure error={error} onRetry={state.retry} />}
      {plan.data && names ? (
        <Loaded state={state} plan={plan.data} names={names} />
      ) : (
        error === null && <p role="status">{say({ zh: '正在计算方案……', en: 'Computing the plan…' })}</p>
      )}
    </div>
  )
}

interface LoadedProps {
  readonly state: PlanState
  readonly plan: Plan
  readonly names: PlanNames
}

function Loaded({ state, plan, names }: LoadedProps) {
  const say = useText()
  const phone = usePhone()
  const { open, setOpen } = state
  const context: PlanContext = {
    zone: state.settings?.zone.name ?? null,
    version: state.version ?? { title: '', asOf: '', digest: '' },
    facts: state.address.facts,
    changes: state.address.changes,
    on: state.today,
  }
  const parts = { state, plan, names }
  return (
    <>
      <div className="plan-top">
        <p className="soft">
          {context.zone ? say(context.zone) : say({ zh: '未选开发区', en: 'No zone chosen' })}
          {' · '}
          {say({ zh: `${plan.start} 开始`, en: `starts ${plan.start}` })}
          {' · '}
          <Link to="/guide" search={writeAddress(state.address)}>
            {say({ zh: '修改项目情况', en: 'Change the answers' })}
          </Link>
        </p>
        <ExportBar {...parts} context={context} />
      </div>
      {Object.keys(state.address.facts).length === 0 && <NoAnswers />}
      {cautionsOf(plan, names).map((caution) => (
        <p key={caution.en} className="notice notice-warning">
          {say(caution)}
        </p>
      ))}
      <ScenarioCards {...parts} />
      {phone && <NextSteps {...parts} onOpen={setOpen} />}
      <WhatIf {...parts} />
      <Difference {...parts} onOpen={setOpen} />
      {!phone && <PlanChart {...parts} onOpen={setOpen} />}
      <UndecidedCard {...parts} onOpen={setOpen} />
      <AdviceCard {...parts} />
      <PapersCard {...parts} />
      <PromisesCard {...parts} onOpen={setOpen} />
      <BillCard {...parts} onOpen={setOpen} />
      <OthersCard {...parts} onOpen={setOpen} />
      <PageFoot context={context} />
      <WhyDrawer {...parts} code={open} onOpen={setOpen} phone={phone} />
    </>
  )
}

function NoAnswers() {
  const say = useText()
  return (
    <p className="notice">
      {say({
        zh: '还没有回答任何问题，下面只列出不论什么项目都要办的事项。',
        en: 'No question has been answered yet: only what every project needs is listed.',
      })}{' '}
      <Link to="/guide">{say({ zh: '先回答几个问题', en: 'Answer a few questions first' })}</Link>
    </p>
  )
}

function Ignored({ parts }: { readonly parts: readonly string[] }) {
  const say = useText()
  if (parts.length === 0) return null
  const list = [...new Set(parts)].join(', ')
  return (
    <p role="status" className="notice notice-warning">
      {say({
        zh: `网址里有看不懂的内容，已忽略：${list}`,
        en: `Parts of the address could not be used and were ignored: ${list}`,
      })}
    </p>
  )
}
