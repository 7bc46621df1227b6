import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { BottleneckList } from './bottleneck-list.tsx'
import { useBottlenecks } from './use-bottlenecks.ts'

const title = { zh: '堵点', en: 'Bottlenecks' }
const tabs = {
  open: { zh: '办理中', en: 'Open' },
  mine: { zh: '我负责的', en: 'Mine' },
  all: { zh: '全部', en: 'All' },
} as const
type Tab = keyof typeof tabs
const names = Object.keys(tabs) as Tab[]

/** Every bottleneck of the zone. */
export function BottlenecksPage() {
  const say = useText()
  useTitle(title)
  const { search, go } = useAddress()
  const view = names.find((name) => name === search.view) ?? 'open'
  const found = useBottlenecks(view === 'mine' ? { mine: true } : view === 'open' ? { open: true } : {})
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <Tabs
        label={say(title)}
        tabs={names.map((key) => ({ key, label: say(tabs[key]) }))}
        chosen={view}
        onChoose={(name) => go({ view: name === 'open' ? undefined : name })}
      >
        <BottleneckList
          found={found}
          named
          empty={{
            zh: '没有堵点。项目上遇到的难题可在项目页“堵点”里登记，逾期会自动升级。',
            en: 'No bottlenecks. They are raised on the page of a project; what is late goes one level up by itself.',
          }}
        />
      </Tabs>
    </div>
  )
}
