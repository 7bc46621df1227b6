import { useQuery, useQueryClient } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { getExchange } from '../../contract.ts'
import { ConflictList } from './conflict-list.tsx'
import { ExternalTable } from './external-table.tsx'
import { OutTab } from './out-tab.tsx'
import { RunsTab } from './runs-tab.tsx'
import { UnmappedList } from './unmapped-list.tsx'
import './exchange.css'

const title = { zh: '数据交换', en: 'Exchange' }
const tabs = ['in', 'conflicts', 'codes', 'external', 'out'] as const

/** What came from the provincial platform, what waits for a person, and what goes to it. */
export function ExchangePage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const { search, replace } = useAddress()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({ ...queryOf(getExchange, { zone: zone.code }), staleTime: 0 })
  const readAgain = () => client.invalidateQueries({ queryKey: [getExchange.name] })
  const chosen = tabs.find((tab) => tab === search.tab) ?? 'in'
  const count = (n: number | undefined) => (n === undefined ? '' : ` ${n}`)
  const labels = {
    in: say({ zh: '接收', en: 'Taken in' }),
    conflicts: say({ zh: '冲突', en: 'Conflicts' }) + count(data?.conflicts.length),
    codes: say({ zh: '待对照编码', en: 'Codes to be mapped' }) + count(data?.unmapped.length),
    external: say({ zh: '外部办件', en: 'External cases' }) + count(data?.external.length),
    out: say({ zh: '送出', en: 'Sent out' }),
  }
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <Tabs
        label={say(title)}
        tabs={tabs.map((key) => ({ key, label: labels[key] }))}
        chosen={chosen}
        onChoose={(tab) => replace({ tab: tab === 'in' ? undefined : tab })}
      >
        {error !== null && <Failure error={error} onRetry={() => refetch()} />}
        {data === undefined && error === null && <Opening />}
        {data !== undefined && chosen === 'in' && <RunsTab runs={data.runs} onTaken={readAgain} />}
        {data !== undefined && chosen === 'conflicts' && (
          <ConflictList conflicts={data.conflicts} onDecided={readAgain} />
        )}
        {data !== undefined && chosen === 'codes' && <UnmappedList unmapped={data.unmapped} onMapped={readAgain} />}
        {data !== undefined && chosen === 'external' && <ExternalTable rows={data.external} />}
        {chosen === 'out' && <OutTab />}
      </Tabs>
    </div>
  )
}
