import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { stall } from '../../contract/stall.ts'
import { FindingCard } from './finding-card.tsx'
import { useFindings } from './use-findings.ts'

/** What the rules find of a project; what stands still, why, and what is done about it. */
export function StallsTab({ project }: { readonly project: string }) {
  const kind = useKindNamed(stall.name)
  const { data } = useFindings(project)
  if (kind === undefined) return null
  const columns = ['title', 'notYet', 'cause', 'plan', 'ownerId', 'dueOn', 'endedOn']
  return (
    <>
      {data?.findings.map((finding) => (
        <FindingCard key={finding.notYet} finding={finding} />
      ))}
      <RecordList kind={kind} fixed={{ projectId: project }} columns={columns} />
    </>
  )
}
