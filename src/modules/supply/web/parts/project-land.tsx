import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfContract } from '../../../../web/kit/placed.tsx'
import { useText } from '../../../../web/text.tsx'
import { ContractTable } from './contract-table.tsx'
import { useContracts } from './use-supply.ts'

/** Land contracts of a project, each with what it promises. */
export function ProjectLand({ project }: { readonly project: string }) {
  const say = useText()
  const { data, error, refetch } = useContracts(project)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.contracts.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '这个项目还没有出让合同。签订后这里显示价款、指标和履约核查。',
          en: 'No land contract yet. Price, indicators and checks will show here.',
        })}
      </p>
    )
  }
  return (
    <>
      <ContractTable contracts={data.contracts} />
      {data.contracts.map(({ id }) => (
        <PlacedOfContract key={id} contract={id} />
      ))}
    </>
  )
}
