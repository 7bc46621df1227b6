import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { chainKindLabels, chainKinds } from '../../contract/lane.ts'
import { strengths } from '../../contract/strength.ts'
import type { ChainSummary } from '../../contract/views.ts'
import { StrengthMark } from './strength-mark.tsx'
import { useChains } from './use-chains.ts'

/** Every chain as a card, with how many nodes are how strong. */
export function ChainList() {
  const say = useText()
  const { zone, may } = useMember()
  const { data, error, refetch } = useChains()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const records = (
    <Link to="/records/$kind" params={{ kind: 'chains' }} search={{ zone: zone.code }}>
      {say({ zh: '增改产业链', en: 'Add or change chains' })}
    </Link>
  )
  if (data.chains.length === 0) {
    return (
      <div className="card empty-state">
        <p>
          {say({
            zh: '还没有产业链。登记产业链、环节和供给关系，把企业放上去，这里就会显示每个环节的强弱和缺口。',
            en: 'No chains yet. Enter a chain, its nodes and links, place enterprises on it, and each node shows its strength here.',
          })}
        </p>
        {may('chains.draw') && <p>{records}</p>}
      </div>
    )
  }
  return (
    <>
      {chainKinds.map((kind) => {
        const chains = data.chains.filter((chain) => chain.kind === kind)
        return chains.length === 0 ? null : (
          <section key={kind} aria-label={say(chainKindLabels[kind])}>
            <h2>
              {say(chainKindLabels[kind])} <span className="soft number">{chains.length}</span>
            </h2>
            <ul className="chain-cards">
              {chains.map((chain) => (
                <ChainCard key={chain.id} chain={chain} zone={zone.code} />
              ))}
            </ul>
          </section>
        )
      })}
      {may('chains.draw') && <p>{records}</p>}
    </>
  )
}

function ChainCard({ chain, zone }: { readonly chain: ChainSummary; readonly zone: string }) {
  const say = useText()
  return (
    <li className="card">
      <h3>
        <Link to="/chains" search={{ zone, chain: chain.id }}>
          {chain.name}
        </Link>{' '}
        {chain.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h3>
      <p className="chain-counts">
        {strengths
          .toReversed()
          .filter((one) => (chain.nodes[one] ?? 0) > 0)
          .map((one) => (
            <span key={one}>
              <StrengthMark strength={one} /> <span className="number">{chain.nodes[one]}</span>
            </span>
          ))}
      </p>
      <p className="small soft">
        {say({ zh: `在产企业 ${chain.enterprises} 家`, en: `${chain.enterprises} enterprises at work` })}
        {chain.singleSuppliers > 0 &&
          say({
            zh: `，${chain.singleSuppliers} 个环节只有一家`,
            en: `, ${chain.singleSuppliers} nodes with a single one`,
          })}
      </p>
    </li>
  )
}
