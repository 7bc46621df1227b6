import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { actionLabel } from '../../contract/action-verbs.ts'
import { type BackdatedStep, listBackdated } from '../../contract/backdated.ts'

const title = { zh: '补录', en: 'Entered afterwards' }

/** For the supervisor: steps that were entered long after their legal day, by whom and when. */
export function BackdatedPage() {
  const say = useText()
  const { zone } = useMember()
  useTitle(title)
  const { data, error, refetch } = useQuery(queryOf(listBackdated, { zone: zone.code, limit: 200 }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p className="soft">
        {say({
          zh: `近一年内，晚于实际办理日 ${data.after} 个以上工作日才录入的步骤。依据：${data.source}。`,
          en: `Steps of the last year that were entered more than ${data.after} working days after their day. Source: ${data.source}.`,
        })}
      </p>
      {data.steps.length === 0 ? (
        <p className="card empty-state" role="status">
          {say({
            zh: '没有补录的步骤。有人补记较早的步骤时，会列在这里：谁、何时、晚几天。',
            en: 'No step was entered afterwards. Whoever records an earlier step stands here: who, when, how many days later.',
          })}
        </p>
      ) : (
        <PlainTable
          caption={title}
          columns={columns(say, zone.code)}
          rows={data.steps}
          keyOf={({ caseId, verb, recordedAt }) => `${caseId} ${verb} ${recordedAt}`}
        >
          {data.truncated && <p className="soft">{say({ zh: '只列最近的 200 条。', en: 'Only the latest 200.' })}</p>}
        </PlainTable>
      )}
    </div>
  )
}

function columns(say: ReturnType<typeof useText>, zone: string) {
  return [
    {
      label: { zh: '办件', en: 'Case' },
      cell: ({ caseId, matter, sample }: BackdatedStep) => (
        <>
          <Link to="/cases/$id" params={{ id: caseId }} search={{ zone }}>
            {say(matter)}
          </Link>{' '}
          {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
        </>
      ),
    },
    { label: { zh: '项目', en: 'Project' }, cell: ({ project }: BackdatedStep) => project },
    { label: { zh: '步骤', en: 'Step' }, cell: ({ verb }: BackdatedStep) => say(actionLabel(verb)) },
    { label: { zh: '实际办理日', en: 'Happened on' }, cell: ({ happenedOn }: BackdatedStep) => happenedOn },
    { label: { zh: '录入时间', en: 'Entered' }, cell: ({ recordedAt }: BackdatedStep) => readableMoment(recordedAt) },
    { label: { zh: '晚（工作日）', en: 'Working days later' }, cell: ({ days }: BackdatedStep) => String(days) },
    { label: { zh: '录入人', en: 'By' }, cell: ({ by }: BackdatedStep) => by },
    { label: { zh: '部门', en: 'Department' }, cell: ({ department }: BackdatedStep) => department },
  ]
}
