import { Link } from '@tanstack/react-router'
import { Opening } from '../../../../web/kit/opening.tsx'
import { RecordFacts } from '../../../../web/kit/records/record-facts.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { Enterprise } from '../../contract/enterprise.ts'
import { useEnterprise } from './use-enterprise.ts'

/** What is registered of the enterprise. */
export function Overview({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const kind = useKindNamed(Enterprise.name)
  const { data: row } = useEnterprise(enterprise)
  if (kind === undefined || row === undefined) return <Opening />
  return (
    <section className="card">
      <RecordFacts kind={kind} row={row} />
      {kind.may.write && (
        <p>
          <Link to="/records/$kind" params={{ kind: kind.path }} search={{ zone: zone.code, record: enterprise }}>
            {say({ zh: '修改、看修改历史', en: 'Change it, see its history' })}
          </Link>
        </p>
      )}
    </section>
  )
}
