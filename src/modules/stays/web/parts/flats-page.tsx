import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { QueueTable } from './queue-table.tsx'
import { SubsidyTab } from './subsidy-tab.tsx'
import { TenancyTable } from './tenancy-table.tsx'
import { useFlats } from './use-flats.ts'

const title = { zh: '人才公寓', en: 'Talent apartments' }

/** Who waits and why there, who lives where until when, what the zone pays for it. */
export function FlatsPage() {
  const say = useText()
  useTitle(title)
  const { zone, may } = useMember()
  const { search, replace } = useAddress()
  const { data, error, refetch } = useFlats()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const shown = (['tenancies', 'subsidies'] as const).find((key) => key === search.show) ?? 'queue'
  const expiring = data.tenancies.filter((tenancy) => tenancy.expiring).length
  const { batches, personTimes } = data.receptions
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      {may('stays.read') && (
        <p>
          {say({
            zh: `空房 ${data.free.length} 套；短期接待 ${batches} 批 ${personTimes} 人次。`,
            en: `Free flats: ${data.free.length}; short stays: ${personTimes} person-times, batches: ${batches}.`,
          })}{' '}
          <Link to="/records/$kind" params={{ kind: 'stay-batches' }} search={{ zone: zone.code }}>
            {say({ zh: '接待批次', en: 'Batches' })}
          </Link>{' '}
          <Link to="/records/$kind" params={{ kind: 'apartment-rules' }} search={{ zone: zone.code }}>
            {say({ zh: '公寓待遇规则', en: 'Rules' })}
          </Link>
        </p>
      )}
      {may('stays.apply') && (
        <p>
          <Link
            className="big-button"
            to="/records/$kind"
            params={{ kind: 'apartment-applications' }}
            search={{ zone: zone.code, record: 'new' }}
          >
            {say({ zh: '登记申请', en: 'Enter an application' })}
          </Link>
        </p>
      )}
      <Tabs
        label={say(title)}
        tabs={[
          { key: 'queue', label: say({ zh: `轮候 ${data.queue.length}`, en: `Queue ${data.queue.length}` }) },
          {
            key: 'tenancies',
            label: say({
              zh: `租住 ${data.tenancies.length}${expiring > 0 ? `（${expiring} 户将到期）` : ''}`,
              en: `Tenancies ${data.tenancies.length}${expiring > 0 ? ` (${expiring} end soon)` : ''}`,
            }),
          },
          ...(may('stays.read') ? [{ key: 'subsidies', label: say({ zh: '补贴账', en: 'Subsidies' }) }] : []),
        ]}
        chosen={shown}
        onChoose={(show) => replace({ show: show === 'queue' ? undefined : show })}
      >
        {shown === 'queue' && <QueueTable flats={data} />}
        {shown === 'tenancies' && <TenancyTable tenancies={data.tenancies} />}
        {shown === 'subsidies' && may('stays.read') && <SubsidyTab />}
      </Tabs>
    </div>
  )
}
