import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { creditGradeLabels } from '../../contract/causes.ts'
import { type Credit, listCredit } from '../../contract.ts'
import { EntryLine } from './entry-line.tsx'
import { RecordForm } from './record-form.tsx'
import { StandingCard } from './standing-card.tsx'
import { useCredit } from './use-credit.ts'
import './credit.css'

const title = { zh: '企业信用', en: 'Credit' }

/** An enterprise sees its own credit; the zone's people first see all that have entries. */
export function CreditPage() {
  const say = useText()
  useTitle(title)
  const { search } = useAddress()
  const { may } = useMember()
  const all = may('credit.oversee') && search.enterprise === undefined
  return (
    <div className="page credit">
      <h1>{say(title)}</h1>
      {all ? <AllCredit /> : <OneCredit enterprise={search.enterprise} />}
    </div>
  )
}

function AllCredit() {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(listCredit, { zone: zone.code }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.enterprises.length === 0) {
    return (
      <p className="card empty-state">
        {say({
          zh: '还没有信用记录。承诺核查、容缺补齐或逾期、行政处罚等发生后，会自动或按文书记在这里。',
          en: 'No credit entries yet. Checked commitments, owed papers, penalties and honours will stand here.',
        })}
      </p>
    )
  }
  return (
    <PlainTable
      caption={title}
      rows={data.enterprises}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '企业', en: 'Enterprise' },
          cell: ({ id, name }) => (
            <Link to="/credit" search={{ zone: zone.code, enterprise: id }}>
              {name}
            </Link>
          ),
        },
        { label: { zh: '等级', en: 'Grade' }, cell: ({ grade }) => say(creditGradeLabels[grade]) },
        { label: { zh: '分', en: 'Points' }, cell: ({ points }) => <span className="number">{points}</span> },
        { label: { zh: '记录', en: 'Entries' }, cell: ({ entries }) => <span className="number">{entries}</span> },
        {
          label: { zh: '待审核修复', en: 'Repairs to decide' },
          cell: ({ toDecide }) => <span className="number">{toDecide}</span>,
        },
      ]}
    />
  )
}

function OneCredit({ enterprise }: { readonly enterprise: string | undefined }) {
  const say = useText()
  const { zone, may } = useMember()
  const { data, error, refetch } = useCredit(enterprise)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      {may('credit.oversee') && (
        <p>
          <Link to="/credit" search={{ zone: zone.code }}>
            {say({ zh: '← 全部企业', en: '← All enterprises' })}
          </Link>
        </p>
      )}
      <StandingCard credit={data} />
      <Entries credit={data} />
      {may('credit.record') && <RecordForm enterprise={data.enterprise.id} />}
    </>
  )
}

function Entries({ credit }: { readonly credit: Credit }) {
  const say = useText()
  const { entries } = credit
  return (
    <section className="card">
      <h2>
        {say({ zh: '每一笔', en: 'Entries' })} <span className="soft number">{entries.length}</span>
      </h2>
      {entries.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有记录，按基准分计。承诺兑现、违约和容缺情况发生后会记在这里，并写明原因、到期日和修复办法。',
            en: 'No entries: the base points count. What happens to commitments and owed papers will stand here, with cause, end and way to repair.',
          })}
        </p>
      )}
      <ul className="plain-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryLine entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  )
}
