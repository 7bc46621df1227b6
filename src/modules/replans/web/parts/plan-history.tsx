import { Button } from 'antd'
import { useId, useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import { type MilestoneName, milestoneLabels, milestoneNames } from '../../../plans/contract/scenario.ts'
import { ChangeLine } from './change-line.tsx'
import { usePlanChanges } from './use-changes.ts'
import './replans.css'

/** What moved the plan, and what moved one milestone: a line for each event, the latest first. */
export function PlanHistory({ project }: { readonly project: string }) {
  const say = useText()
  const id = useId()
  const [milestone, setMilestone] = useState<MilestoneName | ''>('')
  const pages = usePlanChanges(project, { limit: 10, ...(milestone !== '' && { milestone }) })
  if (pages.error !== null) return <Failure error={pages.error} onRetry={() => pages.refetch()} />
  const changes = pages.data?.pages.flatMap((page) => page.changes)
  const names = Object.assign({}, ...(pages.data?.pages.map((page) => page.names) ?? []))
  return (
    <section className="card plan-history">
      <h2>{say({ zh: '方案变动', en: 'What moved the plan' })}</h2>
      <p>
        <label htmlFor={id}>{say({ zh: '只看移动了哪个节点的：', en: 'Only what moved: ' })}</label>{' '}
        <select id={id} value={milestone} onChange={(event) => setMilestone(event.target.value as MilestoneName | '')}>
          <option value="">{say({ zh: '全部变动', en: 'everything' })}</option>
          {milestoneNames.map((name) => (
            <option key={name} value={name}>
              {say(milestoneLabels[name])}
            </option>
          ))}
        </select>
      </p>
      {changes === undefined && <Opening />}
      {changes?.length === 0 && (
        <p role="status" className="soft">
          {say({
            zh: '还没有变动。办件每走一步、要素或日历改变、或久未办理，方案移动了多少、因为什么，都会记在这里。',
            en: 'Nothing yet. Whenever a step, a fact, the calendar or mere waiting moves the plan, how far and why is kept here.',
          })}
        </p>
      )}
      <ol className="plain-list">
        {changes?.map((change) => (
          <ChangeLine key={change.id} project={project} change={change} names={names} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {say({ zh: '显示更早的', en: 'Show earlier' })}
        </Button>
      )}
    </section>
  )
}
