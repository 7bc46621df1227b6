import { useId } from 'react'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useText } from '../../../../web/text.tsx'
import { acceptance, defect } from '../../contract/acceptance.ts'
import { estimate } from '../../contract/estimate.ts'
import { moneySource, receipt } from '../../contract/money-source.ts'
import { payable } from '../../contract/payable.ts'
import { workContract } from '../../contract/work-contract.ts'
import { workMilestone } from '../../contract/work-milestone.ts'
import { workReport } from '../../contract/work-report.ts'
import type { WorkView } from '../../contract/work-view.ts'

export const recordParts = {
  reports: { kind: workReport, columns: ['month', 'plannedPercent', 'actualPercent', 'done', 'next'] },
  milestones: { kind: workMilestone, columns: ['title', 'plannedOn', 'forecastOn', 'doneOn', 'proof'] },
  estimates: { kind: estimate, columns: ['document', 'ordinal', 'amountYuan', 'approvedOn', 'reason'] },
  sources: { kind: moneySource, columns: ['title', 'kind', 'bondId', 'plannedYuan'] },
  receipts: { kind: receipt, columns: ['document', 'amountYuan', 'receivedOn'] },
  contracts: { kind: workContract, columns: ['title', 'number', 'party', 'sme', 'signedOn', 'amountYuan'] },
  payables: { kind: payable, columns: ['title', 'amountYuan', 'deliveredOn', 'progressPercent', 'evidence'] },
  acceptances: { kind: acceptance, columns: ['document', 'kind', 'result', 'acceptedOn', 'acceptedBy'] },
  defects: { kind: defect, columns: ['title', 'foundOn', 'dueOn', 'fixedOn', 'proof'] },
} as const
type RecordPart = keyof typeof recordParts

export const isRecordPart = (part: string | undefined): part is RecordPart => part !== undefined && part in recordParts

interface WorkRecordsProps {
  readonly part: RecordPart
  readonly work: WorkView
}

/** The records of one work; what came in is kept by source, what is owed by contract. */
export function WorkRecords({ part, work }: WorkRecordsProps) {
  const { kind: declared, columns } = recordParts[part]
  const kind = useKindNamed(declared.name)
  if (kind === undefined) return null
  if (part === 'receipts') return <Chosen part={part} field="sourceId" among={work.sources} />
  if (part === 'payables') return <Chosen part={part} field="contractId" among={work.contracts} />
  return <RecordList kind={kind} fixed={{ workId: work.id }} columns={columns} />
}

interface ChosenProps {
  readonly part: 'receipts' | 'payables'
  readonly field: 'sourceId' | 'contractId'
  readonly among: readonly { readonly id: string; readonly title: string }[]
}

function Chosen({ part, field, among }: ChosenProps) {
  const say = useText()
  const id = useId()
  const { search, go } = useAddress()
  const { kind: declared, columns } = recordParts[part]
  const kind = useKindNamed(declared.name)
  const chosen = among.find((one) => one.id === search.of) ?? among[0]
  const label = field === 'sourceId' ? { zh: '资金来源', en: 'Source' } : { zh: '合同', en: 'Contract' }
  if (kind === undefined) return null
  if (chosen === undefined) {
    return (
      <p className="card" role="status">
        {say(
          field === 'sourceId'
            ? { zh: '先登记资金来源，再登记到账。', en: 'Enter a source first, then what came in.' }
            : { zh: '先登记合同，再登记应付款。', en: 'Enter a contract first, then what it is owed.' },
        )}
      </p>
    )
  }
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{say(label)}</label>
        <select id={id} value={chosen.id} onChange={(event) => go({ of: event.target.value, record: undefined })}>
          {among.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </div>
      <RecordList key={chosen.id} kind={kind} fixed={{ [field]: chosen.id }} columns={columns} />
    </>
  )
}
