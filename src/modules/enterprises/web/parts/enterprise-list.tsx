import { useEffect } from 'react'
import { Opening } from '../../../../web/kit/opening.tsx'
import { isNarrowed } from '../../../../web/kit/records/address.ts'
import { RecordFilters } from '../../../../web/kit/records/record-filters.tsx'
import { RecordTable } from '../../../../web/kit/records/record-table.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useText } from '../../../../web/text.tsx'
import { Enterprise } from '../../contract/enterprise.ts'

const columns = ['name', 'status', 'industryCode', 'scale', 'aboveScale', 'registeredOn']

/** All enterprises; each opens to its page. */
export function EnterpriseList() {
  const say = useText()
  const { search, go, replace } = useAddress()
  const { record } = search
  // The kit's rows name the record that was pressed; here that is the page of the enterprise.
  useEffect(() => {
    if (record !== undefined) replace({ id: record, record: undefined })
  }, [record, replace])
  const kind = useKindNamed(Enterprise.name)
  if (kind === undefined) return <Opening />
  const empty = isNarrowed(kind, search)
    ? { zh: '没有符合条件的企业，请放宽条件。', en: 'No enterprise fits: widen the filters.' }
    : { zh: '还没有企业。登记后列在这里。', en: 'No enterprises yet. Registered ones stand here.' }
  return (
    <div className="page">
      <h1>{say(kind.labels.many)}</h1>
      <div className="record-bar">
        <RecordFilters kind={kind} search={search} onChange={replace} />
      </div>
      <RecordTable
        kind={kind}
        search={search}
        columns={columns}
        onOpen={(id) => go({ id })}
        onSort={(sort) => replace({ sort })}
        empty={<p className="card empty-state">{say(empty)}</p>}
      />
    </div>
  )
}
