import { Failure } from '../../../../web/kit/failure.tsx'
import { NotFound } from '../../../../web/kit/not-found.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { WorkView } from '../../contract/work-view.ts'
import { useWorks } from './use-works.ts'
import { WarningList } from './warning-list.tsx'
import { WorkActs } from './work-acts.tsx'
import { WorkFacts } from './work-facts.tsx'
import { WorkMoney } from './work-money.tsx'
import { isRecordPart, recordParts, WorkRecords } from './work-records.tsx'

/** One work: its money, its site, what may be decided. */
export function WorkPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useWorks(id)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const [work] = data.works
  return work === undefined ? <NotFound /> : <Work work={work} />
}

function Work({ work }: { readonly work: WorkView }) {
  const say = useText()
  useTitle({ zh: work.name, en: work.name })
  const { search, go } = useAddress()
  const part = isRecordPart(search.part) ? search.part : null
  return (
    <div className="page">
      <h1>
        {work.name} {work.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h1>
      <WorkFacts work={work} />
      <WarningList warnings={work.warnings} />
      <WorkActs work={work} />
      <Tabs
        label={work.name}
        tabs={[
          { key: 'money', label: say({ zh: '资金与支付', en: 'Money' }) },
          ...Object.entries(recordParts).map(([key, { kind }]) => ({ key, label: say(kind.labels.many) })),
        ]}
        chosen={part ?? 'money'}
        onChoose={(key) => go({ part: key === 'money' ? undefined : key, record: undefined })}
      >
        {part === null ? <WorkMoney work={work} /> : <WorkRecords key={part} part={part} work={work} />}
      </Tabs>
    </div>
  )
}
