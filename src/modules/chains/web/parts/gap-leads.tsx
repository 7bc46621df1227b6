import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { GapView } from '../../contract/views.ts'
import { SubjectLink } from './placed-list.tsx'
import { StrengthMark } from './strength-mark.tsx'
import { useGaps } from './use-chains.ts'

/** On a promoter's first page: leads that fill a gap of a chain, and how many gaps nobody is on the way to. */
export function GapLeads() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useGaps()
  if (data === undefined || data.gaps.length === 0) return null
  const followed = data.gaps.filter(({ leads }) => leads.length > 0)
  const open = data.gaps.filter(({ leads, projects }) => leads.length + projects === 0).length
  return (
    <section className="card" aria-label={say({ zh: '补链线索', en: 'Leads that fill a gap' })}>
      <h2>
        {say({ zh: '补链线索', en: 'Leads that fill a gap' })} <span className="soft number">{followed.length}</span>
      </h2>
      <ul className="plain-list chain-who">
        {followed.map((gap) => (
          <GapLine key={gap.node.id} gap={gap} />
        ))}
      </ul>
      <p>
        {say({ zh: `${open} 个缺口还没有线索和项目。`, en: `${open} gaps have neither lead nor project. ` })}
        <Link to="/chains" search={{ zone: zone.code, view: 'gaps' }}>
          {say({ zh: '看缺链弱链', en: 'See the gaps' })}
        </Link>
      </p>
    </section>
  )
}

function GapLine({ gap: { chain, node, strength, leads } }: { readonly gap: GapView }) {
  const { zone } = useMember()
  return (
    <li>
      <Link to="/chains" search={{ zone: zone.code, chain: chain.id, node: node.id }}>
        {chain.name}／{node.name}
      </Link>{' '}
      <StrengthMark strength={strength.strength} />
      {leads.map((of) => (
        <div key={of.id}>
          <SubjectLink kind="lead" of={of} />
        </div>
      ))}
    </li>
  )
}
