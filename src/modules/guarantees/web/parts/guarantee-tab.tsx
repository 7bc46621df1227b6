import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useText } from '../../../../web/text.tsx'
import { need } from '../../contract/need.ts'
import { GuaranteeCard } from './guarantee-card.tsx'
import { useGuarantees } from './use-guarantees.ts'

/** What a project needs and what it gets; more needs are entered beneath. */
export function GuaranteeTab({ project }: { readonly project: string }) {
  const say = useText()
  const kind = useKindNamed(need.name)
  const { data, error, refetch } = useGuarantees(project)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      {data.guarantees.map((guarantee) => (
        <GuaranteeCard key={guarantee.id} guarantee={guarantee} />
      ))}
      {kind !== undefined && (
        <section>
          <h2>{say(need.labels.many)}</h2>
          <RecordList
            kind={kind}
            fixed={{ projectId: project }}
            columns={['title', 'element', 'quantity', 'unit', 'neededOn']}
          />
        </section>
      )}
    </>
  )
}
