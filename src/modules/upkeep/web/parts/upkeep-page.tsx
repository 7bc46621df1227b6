import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { urgencyLabels } from '../../contract/words.ts'
import type { FaultView } from '../../contract.ts'
import { FaultCard } from './fault-card.tsx'
import { ReportForm } from './report-form.tsx'
import { useUpkeep } from './use-upkeep.ts'

const title = { zh: '报修', en: 'Upkeep' }
const isOpen = ({ state }: FaultView) => state === 'reported' || state === 'taken'

/** What is broken, the late ones first; whoever uses a place reports it here, whoever mends it works from here. */
export function UpkeepPage() {
  const say = useText()
  useTitle(title)
  const { zone, may } = useMember()
  const { search, replace } = useAddress()
  const [reporting, setReporting] = useState(false)
  const { data, error, refetch } = useUpkeep()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const open = data.faults.filter(isOpen)
  const over = data.faults.filter((one) => !isOpen(one))
  const shown = search.show === 'over' ? over : open
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      {may('upkeep.report') && data.places.length > 0 && !reporting && (
        <p>
          <Button type="primary" size="large" onClick={() => setReporting(true)}>
            {say({ zh: '我要报修', en: 'Report a fault' })}
          </Button>
        </p>
      )}
      {may('upkeep.report') && data.places.length === 0 && (
        <p className="notice">
          {may('upkeep.oversee')
            ? say({ zh: '还没有登记楼宇和单元，登记后才能报修。', en: 'Enter buildings and units first.' })
            : say({
                zh: '您的企业现在没有在租的场所，不能报修；如有疑问请联系运营公司。',
                en: 'Your enterprise leases nothing here now, so there is nothing to report; ask the operator.',
              })}
        </p>
      )}
      {reporting && <ReportForm places={data.places} onDone={() => setReporting(false)} />}
      {may('upkeep.oversee') && (
        <p className="form-actions">
          <Link to="/records/$kind" params={{ kind: 'faults' }} search={{ zone: zone.code, shown: 'board' }}>
            {say({ zh: '看板', en: 'Board' })}
          </Link>
          <Link to="/records/$kind" params={{ kind: 'faults' }} search={{ zone: zone.code }}>
            {say({ zh: '清单和导出', en: 'List and export' })}
          </Link>
          <Link to="/records/$kind" params={{ kind: 'upkeep-rules' }} search={{ zone: zone.code }}>
            {say({ zh: '维修时限', en: 'Limits' })}
          </Link>
        </p>
      )}
      {may('upkeep.oversee') && data.unruled.length > 0 && (
        <p className="notice">
          {say({
            zh: `没有登记维修时限：${data.unruled.map((one) => urgencyLabels[one].zh).join('、')}。这些报修不计时。`,
            en: `No limit is entered for: ${data.unruled.map((one) => urgencyLabels[one].en).join(', ')}. No hours run for them.`,
          })}
        </p>
      )}
      <Tabs
        label={say(title)}
        tabs={[
          { key: 'open', label: `${say({ zh: '未修好', en: 'Open' })} ${open.length}` },
          { key: 'over', label: `${say({ zh: '已了结', en: 'Over' })} ${over.length}` },
        ]}
        chosen={search.show === 'over' ? 'over' : 'open'}
        onChoose={(key) => replace({ show: key === 'over' ? key : undefined })}
      >
        {shown.length === 0 ? (
          <p className="card" role="status">
            {say({
              zh: '这里没有报修。报修后可以看到谁接单、几时修好、费用由谁承担。',
              en: 'No faults here. Once reported, they show who mends them, by when, and who pays.',
            })}
          </p>
        ) : (
          shown.map((fault) => <FaultCard key={fault.id} fault={fault} marked={fault.id === search.id} />)
        )}
      </Tabs>
    </div>
  )
}
