import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Layout } from '../../contract.ts'

/** Parcels against the plans in force, each with what is against them; how many could not be judged. */
export function ConflictList({ conflicts, undrawn }: Pick<Layout, 'conflicts' | 'undrawn'>) {
  const say = useText()
  const { zone } = useMember()
  return (
    <section>
      <h2>
        {say({ zh: '地块与规划', en: 'Parcels and plans' })} <span className="number">{conflicts.length}</span>
      </h2>
      {conflicts.length === 0 ? (
        <p>
          {say({ zh: '已画图形的地块都符合有效规划。', en: 'Every parcel that is drawn fits the plans in force.' })}
        </p>
      ) : (
        <ul className="plain-list card">
          {conflicts.map(({ id, name, text }) => (
            <li key={`${id}${text.en}`}>
              ▲{' '}
              <Link to="/records/$kind" params={{ kind: 'parcels' }} search={{ zone: zone.code, record: id }}>
                {name}
              </Link>
              ：{say(text)}
            </li>
          ))}
        </ul>
      )}
      {undrawn > 0 && (
        <p className="soft small">
          {say({
            zh: `另有 ${undrawn} 宗地块没有图形，未判断。`,
            en: `${undrawn} parcels are not drawn and were not judged.`,
          })}
        </p>
      )}
    </section>
  )
}
