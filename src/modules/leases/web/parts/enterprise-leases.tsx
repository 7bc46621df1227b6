import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import { LeaseTable } from './lease-table.tsx'
import { useLeases } from './use-leases.ts'

/** Leases of one enterprise, as a tab of its page. */
export function EnterpriseLeases({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { data, error, refetch } = useLeases(enterprise)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.leases.length === 0) {
    return (
      <p className="card" role="status">
        {say({ zh: '没有租约。签订租约后列在这里。', en: 'No leases: they stand here once signed.' })}
      </p>
    )
  }
  return <LeaseTable leases={data.leases} caption={{ zh: '租约', en: 'Leases' }} />
}
