import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { ContractsTab } from './contracts-tab.tsx'
import { OfferingsTab } from './offerings-tab.tsx'
import { PlanTab } from './plan-tab.tsx'
import { WaitingTab } from './waiting-tab.tsx'

const title = { zh: '供地', en: 'Land supply' }
const tabs = [
  { key: 'waiting', label: { zh: '梯度保障', en: 'Waiting list' } },
  { key: 'plan', label: { zh: '年度计划', en: 'Yearly plan' } },
  { key: 'offerings', label: { zh: '出让', en: 'Offerings' } },
  { key: 'contracts', label: { zh: '合同', en: 'Contracts' } },
] as const

/** From who waits for land to who has a contract. */
export function SupplyPage() {
  const say = useText()
  useTitle(title)
  const { search, go } = useAddress()
  const chosen = tabs.find(({ key }) => key === search.shown)?.key ?? 'waiting'
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <Tabs
        label={say(title)}
        tabs={tabs.map(({ key, label }) => ({ key, label: say(label) }))}
        chosen={chosen}
        onChoose={(key) => go({ shown: key === 'waiting' ? undefined : key })}
      >
        {chosen === 'waiting' && <WaitingTab />}
        {chosen === 'plan' && <PlanTab />}
        {chosen === 'offerings' && <OfferingsTab />}
        {chosen === 'contracts' && <ContractsTab />}
      </Tabs>
    </div>
  )
}
