import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import { ContractTable } from './contract-table.tsx'
import { useContracts } from './use-supply.ts'

export function ContractsTab() {
  const say = useText()
  const { data, error, refetch } = useContracts()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.contracts.length > 0) return <ContractTable contracts={data.contracts} />
  return (
    <p className="card" role="status">
      {say({
        zh: '还没有出让合同。地块成交后在“出让”里签订，签订后这里显示指标、价款和承诺。',
        en: 'No contract yet. They are signed under "Offerings" after a deal; indicators, price and promises then show here.',
      })}
    </p>
  )
}
