import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { Need } from '../../contract/need.ts'
import { NeedCard } from './need-card.tsx'
import './finance.css'

const columns = Need.list.filter((name) => name !== 'enterpriseId')

/** The needs of an enterprise, and under each that is open what would fit and why. */
export function FinanceTab({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const kind = useKindNamed(Need.name)
  const { data } = useQuery(
    queryOf(doorsOf(Need).list, { zone: zone.code, enterpriseId: enterprise, open: 'yes', limit: 50 }),
  )
  if (kind === undefined) return <Opening />
  return (
    <>
      <RecordList kind={kind} fixed={{ enterpriseId: enterprise }} columns={columns} />
      {data !== undefined && data.rows.length > 0 && <h2>{say({ zh: '适合的产品', en: 'Products that fit' })}</h2>}
      {data?.rows.map((row) => (
        <NeedCard key={row.id} need={row.id} title={String(row.title)} />
      ))}
    </>
  )
}
