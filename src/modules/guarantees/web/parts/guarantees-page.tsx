import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { elementLabels, elements } from '../../contract/need.ts'
import { GuaranteeTable } from './guarantee-table.tsx'
import { useGuarantees } from './use-guarantees.ts'

const title = { zh: '要素保障', en: 'Elements' }

/** All needs of the zone's projects, by element. */
export function GuaranteesPage() {
  const say = useText()
  useTitle(title)
  const { search, go } = useAddress()
  const { data, error, refetch } = useGuarantees()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const element = elements.find((one) => one === search.element)
  const of = (one: string) => data.guarantees.filter((guarantee) => guarantee.element === one)
  const rows = element === undefined ? data.guarantees : of(element)
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <Tabs
        label={say(title)}
        tabs={[
          { key: 'all', label: say({ zh: `全部 ${data.guarantees.length}`, en: `All ${data.guarantees.length}` }) },
          ...elements.map((key) => ({ key, label: `${say(elementLabels[key])} ${of(key).length}` })),
        ]}
        chosen={element ?? 'all'}
        onChoose={(key) => go({ element: key === 'all' ? undefined : key })}
      >
        {rows.length === 0 ? (
          <p className="card" role="status">
            {say({
              zh: '没有登记的需求。在项目页“要素保障”里登记项目要多少地、电、水、热、人、钱和指标。',
              en: 'No needs. They are entered on the page of a project: how much land, power, water, heat, people, money and quota.',
            })}
          </p>
        ) : (
          <GuaranteeTable guarantees={rows} />
        )}
      </Tabs>
    </div>
  )
}
