import { useQuery } from '@tanstack/react-query'
import type { Label } from '../../kernel/label.ts'
import { deliveryFaults } from '../../platform/delivery/contract/faults.ts'
import { type JobView, listJobs } from '../../platform/worker/contract.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { useAddress } from '../kit/records/use-address.ts'
import { useMember } from '../kit/session/use-work.ts'
import { Tabs } from '../kit/tabs.tsx'
import { Text, useText } from '../text.tsx'
import { JobActs } from './job-acts.tsx'

const queues = { timers: { zh: '定时', en: 'Timer' }, outbox: { zh: '发送', en: 'Message' } } as const

const columns: readonly Column<JobView>[] = [
  {
    label: { zh: '任务', en: 'Job' },
    cell: ({ queue, kind }) => (
      <>
        <Text label={queues[queue]} /> <code>{kind}</code>
      </>
    ),
  },
  { label: { zh: '应办时间', en: 'Due' }, cell: ({ dueAt }) => readableMoment(dueAt) },
  { label: { zh: '下次尝试', en: 'Next try' }, cell: ({ nextAt }) => (nextAt === null ? '—' : readableMoment(nextAt)) },
  { label: { zh: '已试次数', en: 'Tries' }, cell: ({ attempts }) => attempts },
  { label: { zh: '失败原因', en: 'Error' }, cell: ({ error }) => <JobError error={error} /> },
  { label: { zh: '办理', en: 'Act' }, cell: (job) => <JobActs job={job} /> },
]

/** A failed send in words; of other work the code. */
function JobError({ error }: Pick<JobView, 'error'>) {
  if (error === null) return '—'
  const known = (deliveryFaults as Readonly<Record<string, Label>>)[error]
  return known ? <Text label={known} /> : <code>{error}</code>
}

/** The program's own work: what failed for good and waits for a person, and what is still to come. */
export function JobsPage() {
  const say = useText()
  const { zone } = useMember()
  const { search, replace } = useAddress()
  const state = search.state === 'open' ? 'open' : 'dead'
  const { data, error, refetch } = useQuery({
    ...queryOf(listJobs, { zone: zone.code, state, limit: 100 }),
    staleTime: 0,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { dead, open, overdue } = data.counts
  return (
    <Tabs
      label={say({ zh: '后台任务', en: 'Jobs' })}
      tabs={[
        { key: 'dead', label: say({ zh: `失败的 ${dead}`, en: `Failed ${dead}` }) },
        { key: 'open', label: say({ zh: `待办的 ${open}`, en: `To come ${open}` }) },
      ]}
      chosen={state}
      onChoose={(next) => replace({ state: next })}
    >
      {overdue > 0 && (
        <p className="notice notice-warning">
          {say({ zh: `有 ${overdue} 个任务已过应办时间。`, en: `${overdue} jobs are past their time.` })}
        </p>
      )}
      {data.jobs.length === 0 ? (
        <p className="card" role="status">
          {state === 'dead'
            ? say({
                zh: '没有失败的任务。任务试过几次仍不成时，会在这里等人处理。',
                en: 'Nothing failed. A job that fails several times waits here for a person.',
              })
            : say({ zh: '没有待办的任务。', en: 'Nothing is to come.' })}
        </p>
      ) : (
        <PlainTable
          caption={{ zh: '后台任务', en: 'Jobs' }}
          columns={columns}
          rows={data.jobs}
          keyOf={({ id }) => id}
        />
      )}
    </Tabs>
  )
}
