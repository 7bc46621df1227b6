import { Button } from 'antd'
import { useState } from 'react'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { extendTenancy, type Tenancy, triggerLabels } from '../../contract.ts'
import { EndForm } from './end-form.tsx'
import { stale } from './use-flats.ts'

/** Who lives where until when; what the person pays, and beside it what the zone pays to the operator. */
export function TenancyTable({ tenancies }: { readonly tenancies: readonly Tenancy[] }) {
  const say = useText()
  const { may } = useMember()
  const [ending, setEnding] = useState<Tenancy | null>(null)
  const extend = useAct(extendTenancy, { stale })
  if (tenancies.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '还没有租住。按轮候分配后列在这里。',
          en: 'No tenancies: they stand here once flats are allotted.',
        })}
      </p>
    )
  }
  return (
    <>
      {ending && <EndForm key={ending.id} tenancy={ending} onDone={() => setEnding(null)} />}
      <Refusal error={extend.error} />
      <PlainTable
        caption={{ zh: '租住', en: 'Tenancies' }}
        rows={tenancies}
        keyOf={({ id }) => id}
        columns={[
          {
            label: { zh: '公寓', en: 'Flat' },
            cell: ({ unit }) =>
              say({ zh: `${unit.code}（${unit.areaSqm} m²）`, en: `${unit.code} (${unit.areaSqm} m²)` }),
          },
          { label: { zh: '申请', en: 'Application' }, cell: ({ application }) => application.title },
          { label: { zh: '用人单位', en: 'Employer' }, cell: ({ employer }) => employer },
          {
            label: { zh: '租期', en: 'Term' },
            cell: ({ startsOn, endsOn, endedOn }) => (
              <span className="number">
                {startsOn} {say({ zh: '至', en: 'to' })} {endedOn ?? endsOn}
              </span>
            ),
          },
          {
            label: { zh: '本人月租（元）', en: 'Own rent a month (CNY)' },
            cell: ({ ownRent }) => <span className="number">{ownRent}</span>,
          },
          {
            label: { zh: '补贴运营公司（元/月）', en: 'Subsidy to the operator (CNY a month)' },
            cell: ({ subsidy }) => <span className="number">{subsidy}</span>,
          },
          {
            label: { zh: '状态', en: 'State' },
            cell: (tenancy: Tenancy) => <TenancyState tenancy={tenancy} />,
          },
          {
            label: { zh: '办理', en: 'Act' },
            cell: (tenancy: Tenancy) =>
              may('stays.allot') && tenancy.endedOn === null ? (
                <>
                  <Button
                    size="small"
                    loading={extend.isPending}
                    onClick={() => extend.mutate({ id: tenancy.id, version: tenancy.version })}
                  >
                    {say({ zh: '续住', en: 'Extend' })}
                  </Button>{' '}
                  <Button size="small" onClick={() => setEnding(tenancy)}>
                    {say({ zh: '退出', en: 'End' })}
                  </Button>
                </>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </>
  )
}

function TenancyState({ tenancy }: { readonly tenancy: Tenancy }) {
  const say = useText()
  const { trigger, daysLeft, expiring } = tenancy
  if (trigger !== null) return say(triggerLabels[trigger])
  if (daysLeft < 0) return say({ zh: '▲ 已过期，请续住或退出', en: '▲ past its end: extend or end it' })
  if (expiring) return say({ zh: `△ 将到期，剩 ${daysLeft} 天`, en: `△ ends soon: ${daysLeft} days left` })
  return say({ zh: `剩 ${daysLeft} 天`, en: `${daysLeft} days left` })
}
