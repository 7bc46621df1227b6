import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { doorsOf, type Row } from '../../../../web/kit/records/doors.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { project } from '../../contract/project.ts'
import { conditionLabels, stageLabels } from '../../contract/stage.ts'

const most = 200

/** The projects of one enterprise, each with the way to its page. */
export function EnterpriseProjects({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const { language } = usePreferences()
  const { data, error, refetch } = useQuery(
    queryOf(doorsOf(project).list, { zone: zone.code, enterpriseId: enterprise, limit: most }),
  )
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.rows.length === 0) {
    return (
      <p className="card empty-state">
        {say({
          zh: '这家企业还没有项目。登记项目时选这家企业，就会列在这里。',
          en: 'No projects yet. A project that names this enterprise stands here.',
        })}
      </p>
    )
  }
  return (
    <PlainTable<Row>
      caption={project.labels.many}
      rows={data.rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: project.labels.one,
          cell: ({ id, name }) => (
            <Link to="/projects/$id" params={{ id }} search={{ zone: zone.code }}>
              {String(name)}
            </Link>
          ),
        },
        { label: { zh: '阶段', en: 'Stage' }, cell: ({ stage }) => named(stageLabels, stage, say) },
        { label: { zh: '状况', en: 'Condition' }, cell: ({ condition }) => named(conditionLabels, condition, say) },
        {
          label: { zh: '总投资', en: 'Investment' },
          cell: ({ investmentYuan }) => (investmentYuan === null ? '—' : formatYuan(String(investmentYuan), language)),
        },
      ]}
    />
  )
}

type Say = ReturnType<typeof useText>

function named(labels: Readonly<Record<string, Parameters<Say>[0]>>, value: unknown, say: Say): string {
  const label = labels[String(value)]
  return label === undefined ? '—' : say(label)
}
