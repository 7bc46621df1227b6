import type { Label } from '../../../../kernel/label.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { GroupedTabs } from '../../../../web/kit/grouped-tabs.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfEnterprise } from '../../../../web/kit/placed.tsx'
import { type EnterpriseGroup, placedAt } from '../../../../web/kit/places.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { Enterprise } from '../../contract/enterprise.ts'
import { EnterpriseList } from './enterprise-list.tsx'
import { useEnterprise } from './use-enterprise.ts'
import { ValidHonours } from './valid-honours.tsx'
import './enterprises.css'

const groups: Readonly<Record<EnterpriseGroup, Label>> = {
  firm: { zh: '企业情况', en: 'The firm' },
  doings: { zh: '项目与事项', en: 'Projects and matters' },
  standing: { zh: '评价与贡献', en: 'Grades and values' },
  support: { zh: '服务与支持', en: 'Service and support' },
}

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
  const tabs = placedAt('enterprise', may)
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
      <GroupedTabs
        label={say({ zh: '企业档案', en: 'The enterprise' })}
        tabs={tabs}
        groups={groups}
        chosen={chosen}
        onChoose={(part) => go({ part, record: undefined, edit: undefined, tab: undefined })}
      >
        <PlacedOfEnterprise only={chosen} enterprise={id} />
      </GroupedTabs>
    </div>
  )
}
