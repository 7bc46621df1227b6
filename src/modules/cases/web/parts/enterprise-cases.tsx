import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { listCases } from '../../contract.ts'
import { CaseDrawer } from '../case/case-drawer.tsx'
import { CaseTable } from './case-table.tsx'

const most = 100

/** The cases of one enterprise over all its projects, the latest first. */
export function EnterpriseCases({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const { search, go, replace } = useAddress()
  const { data, error, refetch } = useQuery(queryOf(listCases, { zone: zone.code, enterprise, limit: most }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.cases.length === 0) {
    return (
      <p className="card empty-state">
        {say({
          zh: '还没有办件。企业申请的每个事项办到哪一步，都会列在这里。',
          en: 'No cases yet. Every matter that the enterprise applies for stands here with its step.',
        })}
      </p>
    )
  }
  return (
    <>
      <CaseTable
        cases={data.cases}
        caption={{ zh: '办件', en: 'Cases' }}
        open={search.case}
        onOpen={(id) => go({ case: id })}
      />
      {search.case !== undefined && (
        <CaseDrawer
          id={search.case}
          among={data.cases}
          onGo={(id) => replace({ case: id })}
          onClose={() => replace({ case: undefined })}
        />
      )}
      {data.next !== null && (
        <p className="soft small">{say({ zh: `只列最近 ${most} 件。`, en: `The latest ${most} only.` })}</p>
      )}
    </>
  )
}
