import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { listProjectExternal } from '../../contract/exports.ts'
import { ExternalTable } from './external-table.tsx'

/** Cases of the project that are handled on the provincial platform alone: nobody keys them here, and they count in its plan. */
export function ProjectExternal({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(listProjectExternal, { zone: zone.code, project }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined || data.external.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: '省平台办理的办件', en: 'Handled on the provincial platform' })}</h2>
      <p className="soft small">
        {say({
          zh: '这些事项只在省平台办理，状态由数据交换带入，计入方案，不用在这里再录一遍。',
          en: 'Handled there alone: their states come by the exchange and count in the plan; nothing is keyed here.',
        })}
      </p>
      <ExternalTable rows={data.external} ofProject />
    </section>
  )
}
