import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useText } from '../../../../web/text.tsx'
import { capacity } from '../../contract/capacity.ts'
import { investment } from '../../contract/investment.ts'
import { milestone } from '../../contract/milestone.ts'
import { report } from '../../contract/report.ts'
import { ProgressSummary } from './progress-summary.tsx'

const parts = {
  milestones: { kind: milestone, columns: ['title', 'node', 'plannedOn', 'forecastOn', 'doneOn', 'evidenceId'] },
  reports: { kind: report, columns: ['month', 'plannedPercent', 'actualPercent', 'done', 'next'] },
  investments: { kind: investment, columns: ['month', 'ledger', 'amountYuan', 'proof'] },
  capacities: { kind: capacity, columns: ['product', 'horizon', 'quantity', 'unit', 'lines', 'source'] },
} as const
type Part = keyof typeof parts
const names = Object.keys(parts) as Part[]

/** A project's milestones, monthly reports, ledgers and capacities. */
export function ProgressTab({ project }: { readonly project: string }) {
  const say = useText()
  const { search, go } = useAddress()
  const chosen = names.find((name) => name === search.part) ?? 'milestones'
  const { kind: declared, columns } = parts[chosen]
  const kind = useKindNamed(declared.name)
  return (
    <>
      <ProgressSummary project={project} />
      <Tabs
        label={say({ zh: '推进', en: 'Progress' })}
        tabs={names.map((name) => ({ key: name, label: say(parts[name].kind.labels.many) }))}
        chosen={chosen}
        onChoose={(part) => go({ part, record: undefined })}
      >
        {kind !== undefined && <RecordList key={chosen} kind={kind} fixed={{ projectId: project }} columns={columns} />}
      </Tabs>
    </>
  )
}
