import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { listCases } from '../../../cases/contract.ts'
import { CaseReceipt } from './case-receipt.tsx'

/** Receipts from the journal of my own cases: each to be opened, kept, and verified outside the program. */
export function MyReceipts() {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(listCases, { zone: zone.code, limit: 200 }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <section className="card">
      <h2>{say({ zh: '我的凭据', en: 'My receipts' })}</h2>
      <p className="soft small">
        {say({
          zh: '每个办件的每一步都记在封存日志里。打开后可以下载凭据；以后再取一次，对得上就说明记录没有被改动。',
          en: 'Every step of a case stands in the sealed journal. Open one to download its receipt; taken again later, it shows whether anything was changed.',
        })}
      </p>
      {data.cases.length === 0 ? (
        <p role="status">{say({ zh: '还没有办件。', en: 'No cases yet.' })}</p>
      ) : (
        <details>
          <summary>{say({ zh: `${data.cases.length} 个办件`, en: `${data.cases.length} cases` })}</summary>
          <ul className="plain-list">
            {data.cases.map(({ id, matter, receivedOn }) => (
              <li key={id}>
                {say(matter.name)} <span className="soft small number">{receivedOn}</span>
                <CaseReceipt id={id} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
