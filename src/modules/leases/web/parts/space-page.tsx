import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatNumber } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { drawBills } from '../../contract.ts'
import { BoardPart, boardTabs } from './board-parts.tsx'
import { SplitForm } from './split-form.tsx'
import { stale, useBoard } from './use-leases.ts'
import './leases.css'

const title = { zh: '载体', en: 'Space' }

/** An operator's first page: occupancy from leases, what expires, what is owed, what stands empty. */
export function SpacePage() {
  const say = useText()
  const language = useLanguage()
  useTitle(title)
  const { zone, may } = useMember()
  const { search, replace } = useAddress()
  const { data, error, refetch } = useBoard()
  const [splitting, setSplitting] = useState(false)
  const draw = useAct(drawBills, { stale })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const tab = boardTabs.find(({ key }) => key === search.show)?.key ?? 'expiring'
  const { letSqm, totalSqm, share } = data.occupancy
  const area = (value: number) => formatNumber(value, language)
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p className="lease-totals">
        <span>
          {say({ zh: '出租率', en: 'Occupancy' })}{' '}
          <strong className="number">{share === null ? '—' : `${formatNumber(share * 100, language, 1)}%`}</strong>
        </span>
        <span className="number">
          {say({
            zh: `${area(letSqm)} / ${area(totalSqm)} 平方米，只按租约`,
            en: `${area(letSqm)} of ${area(totalSqm)} m², by leases`,
          })}
        </span>
      </p>
      {data.rule === null && (
        <p className="notice">
          {say({
            zh: '还没有登记租赁规则，不会提醒到期，也不算违约金。',
            en: 'No rule of leases is entered: nothing warns of the end, and no late fee is told.',
          })}{' '}
          {may('leases.rule') && (
            <Link to="/records/$kind" params={{ kind: 'lease-rules' }} search={{ zone: zone.code }}>
              {say({ zh: '登记租赁规则', en: 'Enter one' })}
            </Link>
          )}
        </p>
      )}
      <div className="form-actions">
        {may('leases.sign') && (
          <Link className="big-button" to="/space/sign" search={{ zone: zone.code }}>
            {say({ zh: '签订租约', en: 'Sign a lease' })}
          </Link>
        )}
        {may('leases.collect') && (
          <Button loading={draw.isPending} onClick={() => draw.mutate({})}>
            {say({ zh: '出账到本月', en: 'Draw bills' })}
          </Button>
        )}
        {may('leases.collect') && data.buildings.length > 0 && !splitting && (
          <Button onClick={() => setSplitting(true)}>{say({ zh: '公摊水电', en: 'Split shared utilities' })}</Button>
        )}
        <Link to="/records/$kind" params={{ kind: 'units' }} search={{ zone: zone.code }}>
          {say({ zh: '单元登记', en: 'Units' })}
        </Link>
        <Link to="/records/$kind" params={{ kind: 'meter-readings' }} search={{ zone: zone.code }}>
          {say({ zh: '抄表', en: 'Meters' })}
        </Link>
      </div>
      {splitting && <SplitForm buildings={data.buildings} onDone={() => setSplitting(false)} />}
      <Refusal error={draw.error} />
      {draw.data && (
        <p role="status">
          {say({ zh: `新出账 ${draw.data.drawn} 张。`, en: `${draw.data.drawn} bills drawn.` })}
          {draw.data.unpriced > 0 &&
            say({
              zh: `${draw.data.unpriced} 次抄表没有单价或读数倒走，没有出账，请核对。`,
              en: `${draw.data.unpriced} readings have no price or run backwards: no bill; check them.`,
            })}
        </p>
      )}
      <Tabs
        label={say(title)}
        tabs={boardTabs.map(({ key, label, count }) => ({ key, label: `${say(label)} ${count(data)}`.trim() }))}
        chosen={tab}
        onChoose={(show) => replace({ show: show === 'expiring' ? undefined : show })}
      >
        <BoardPart tab={tab} board={data} />
      </Tabs>
    </div>
  )
}
