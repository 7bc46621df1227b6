import { Link } from '@tanstack/react-router'
import { formatYuan } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { bondWarnings, useBonds } from './use-bonds.ts'

/** On the leaders' page: bonds that are late, soon due, idle or badly covered; nothing when none is. */
export function BondsAlarms() {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const { data } = useBonds()
  const warning = (data?.bonds ?? []).flatMap((bond) => {
    const texts = bondWarnings(bond, formatYuan(bond.idle, language))
    return texts.length === 0 ? [] : [{ bond, texts }]
  })
  if (warning.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: `有提醒的专项债 ${warning.length}`, en: `Bonds that warn: ${warning.length}` })}</h2>
      <ul className="plain-list card">
        {warning.map(({ bond, texts }) => (
          <li key={bond.id}>
            <Link to="/bonds" search={{ zone: zone.code }}>
              {bond.name}
            </Link>
            ：{texts.map((text) => say(text)).join(' ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
