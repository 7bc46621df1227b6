import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { ChainList } from './chain-list.tsx'
import { GapList } from './gap-list.tsx'
import { OneChain } from './one-chain.tsx'
import './chains.css'

const title = { zh: '产业链', en: 'Industry chains' }
const views = ['chains', 'gaps'] as const

/** All chains and their gaps; with `?chain=` one of them. */
export function ChainsPage() {
  const say = useText()
  const { search, go } = useAddress()
  const { zone } = useMember()
  useTitle(title)
  if (search.chain !== undefined) return <OneChain key={search.chain} id={search.chain} />
  const labels = {
    chains: say({ zh: '各链强弱', en: 'Chains' }),
    gaps: say({ zh: '缺链弱链', en: 'Gaps' }),
  }
  const view = views.find((one) => one === search.view) ?? 'chains'
  return (
    <div className="page chains">
      <h1>{say(title)}</h1>
      <p>
        <Link to="/trade" search={{ zone: zone.code }}>
          {say({ zh: '供需撮合 →', en: 'Supply and demand →' })}
        </Link>
      </p>
      <Tabs
        label={say(title)}
        tabs={views.map((key) => ({ key, label: labels[key] }))}
        chosen={view}
        onChoose={(key) => go({ view: key === 'chains' ? undefined : key })}
      >
        {view === 'chains' ? <ChainList /> : <GapList />}
      </Tabs>
    </div>
  )
}
