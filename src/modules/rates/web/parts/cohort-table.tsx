import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { type Rate, rateLabels } from '../../contract/rate.ts'
import { type CohortRow, getCohort } from '../../contract.ts'

const placeLabels: Readonly<Record<CohortRow['place'], { readonly zh: string; readonly en: string }>> = {
  counted: { zh: '✓ 计入', en: '✓ counted' },
  missed: { zh: '✕ 未达到', en: '✕ not reached' },
  pending: { zh: '… 还在时限内', en: '… within the window' },
  unknown: { zh: '? 没有数据', en: '? not known' },
}
const atOnce = 50

/** The projects that a rate was made of. */
export function CohortTable({ rate }: { readonly rate: Rate }) {
  const say = useText()
  const { zone } = useMember()
  const [shown, setShown] = useState(atOnce)
  const { data, error, refetch } = useQuery(queryOf(getCohort, { zone: zone.code, rate }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { rows } = data
  return (
    <section>
      <h2>
        {say(rateLabels[rate])} <span className="soft number">{rows.length}</span>
      </h2>
      <PlainTable
        caption={rateLabels[rate]}
        rows={rows.slice(0, shown)}
        keyOf={({ id }) => id}
        columns={[
          {
            label: { zh: '项目', en: 'Project' },
            cell: ({ id, name }) => (
              <Link to="/projects/$id" params={{ id }} search={{ zone: zone.code }}>
                {name}
              </Link>
            ),
          },
          { label: { zh: '结果', en: 'Result' }, cell: ({ place }) => say(placeLabels[place]) },
          { label: { zh: '起算', en: 'Since' }, cell: ({ since }) => <span className="number">{since}</span> },
          {
            label: { zh: '达到', en: 'Reached' },
            cell: ({ reachedOn }) => <span className="number">{reachedOn}</span>,
          },
        ]}
      >
        {rows.length > shown && (
          <Button onClick={() => setShown(shown + atOnce)}>
            {say({
              zh: `再看 ${Math.min(atOnce, rows.length - shown)} 项`,
              en: `Show ${Math.min(atOnce, rows.length - shown)} more`,
            })}
          </Button>
        )}
      </PlainTable>
    </section>
  )
}
