import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { useEnterprise } from './use-enterprise.ts'
import { ValidHonours } from './valid-honours.tsx'

/** The reader's own enterprise, with the way to its page; nothing for who stands for none. */
export function OwnEnterprise() {
  const say = useText()
  const { zone } = useMember()
  const { data: row } = useEnterprise(zone.enterpriseId ?? '')
  if (zone.enterpriseId === null || row === undefined) return null
  return (
    <section className="card">
      <h2>{String(row.name)}</h2>
      <p className="enterprise-line">
        <ValidHonours enterprise={zone.enterpriseId} />
      </p>
      <p>
        <Link to="/enterprise" search={{ zone: zone.code }}>
          {say({
            zh: '企业档案：开发区掌握的情况，可提出补充和更正',
            en: 'What the zone knows of it; propose what is missing or wrong',
          })}
        </Link>
      </p>
    </section>
  )
}
