import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { useWorks } from './use-works.ts'

/** On an agent's phone: works under way with their last report, and the way to the next one with its pictures. */
export function WorksOnPhone() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useWorks()
  const building = data?.works.filter(({ state }) => state === 'building') ?? []
  if (building.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: `在建工程 ${building.length}`, en: `Works under way: ${building.length}` })}</h2>
      {building.map(({ id, name, reports }) => {
        const last = reports.at(-1)
        return (
          <article key={id} className="card work-phone">
            <h3>{name}</h3>
            <p>
              {last === undefined
                ? say({ zh: '还没有月报。', en: 'No report yet.' })
                : say({ zh: `${last.month} 完成 ${last.actual}%`, en: `${last.actual}% done in ${last.month}` })}
            </p>
            <Link to="/works/$id" params={{ id }} search={{ zone: zone.code, part: 'reports', record: 'new' }}>
              {say({ zh: '填月报', en: 'New report' })}
            </Link>
          </article>
        )
      })}
    </section>
  )
}
