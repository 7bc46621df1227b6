import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfEnterprise } from '../../../../web/kit/placed.tsx'
import { placedAt } from '../../../../web/kit/places.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { Enterprise } from '../../contract/enterprise.ts'
import { EnterpriseList } from './enterprise-list.tsx'
import { useEnterprise } from './use-enterprise.ts'
import { ValidHonours } from './valid-honours.tsx'
import './enterprises.css'

/** One enterprise (`?id=`, or an enterprise account's own): who it is, and a tab for everything that the zone keeps of it. Without one: all. */
export function EnterprisePage() {
  const { zone } = useMember()
  const { search } = useAddress()
  const id = search.id ?? zone.enterpriseId ?? ''
  useTitle(Enterprise.labels.one)
  if (id === '') return <EnterpriseList />
  return <OneEnterprise key={id} id={id} />
}

function OneEnterprise({ id }: { readonly id: string }) {
  const say = useText()
  const { may } = useMember()
  const { search, go } = useAddress()
  const { data: row, error, refetch } = useEnterprise(id)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (row === undefined) return <Opening />
  const tabs = placedAt('enterprise', may).map(({ key, label }) => ({ key, label: say(label) }))
  const chosen = tabs.find(({ key }) => key === search.part)?.key ?? tabs[0]?.key ?? ''
  const status = Object.entries(Enterprise.fields.status.options ?? {}).find(([value]) => value === row.status)?.[1]
  return (
    <div className="page enterprise-page">
      <h1>{String(row.name)}</h1>
      <p className="enterprise-line">
        {status && <span>{say(status)}</span>}
        {typeof row.uscc === 'string' && <span className="number soft">{row.uscc}</span>}
        <ValidHonours enterprise={id} />
        {row.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <Tabs
        label={say({ zh: '企业档案', en: 'The enterprise' })}
        tabs={tabs}
        chosen={chosen}
        onChoose={(part) => go({ part, record: undefined, edit: undefined, tab: undefined })}
      >
        <PlacedOfEnterprise only={chosen} enterprise={id} />
      </Tabs>
    </div>
  )
}
