import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { useWorks } from './use-works.ts'
import { WarningList } from './warning-list.tsx'

/** On the leaders' page: what works warn of, the gravest first; nothing when none does. */
export function WorksAlarms() {
  const say = useText()
  const { zone } = useMember()
  const { data } = useWorks()
  const grave = ({ warnings }: { readonly warnings: readonly { readonly red: boolean }[] }) =>
    warnings.some(({ red }) => red) ? 0 : 1
  const warning = (data?.works ?? [])
    .filter(({ warnings }) => warnings.length > 0)
    .toSorted((a, b) => grave(a) - grave(b))
  if (warning.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: `有提醒的工程 ${warning.length}`, en: `Works that warn: ${warning.length}` })}</h2>
      {warning.map(({ id, name, warnings }) => (
        <article key={id} className="card">
          <h3>
            <Link to="/works/$id" params={{ id }} search={{ zone: zone.code }}>
              {name}
            </Link>
          </h3>
          <WarningList warnings={warnings} />
        </article>
      ))}
    </section>
  )
}
