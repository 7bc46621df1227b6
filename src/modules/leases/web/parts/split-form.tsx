import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { InputOf } from '../../../../kernel/endpoint.ts'
import { queryOf } from '../../../../web/client.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type Meter, meterLabels } from '../../contract/reading.ts'
import {
  previewSplit,
  type SharingRule,
  sharingRuleLabels,
  sharingRules,
  splitSharedCost,
} from '../../contract/shared.ts'
import { ActForm } from './act-form.tsx'
import type { Board } from './board-parts.tsx'
import { InputField } from './input-field.tsx'
import { stale } from './use-leases.ts'

const meters = Object.keys(meterLabels) as Meter[]
const yuan = /^\d{1,13}(\.\d{1,2})?$/

/** The bill of a building's shared parts over its leases: the split is shown before anything is billed. */
export function SplitForm({ buildings, onDone }: Pick<Board, 'buildings'> & { readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const [building, setBuilding] = useState(buildings[0]?.id ?? '')
  const [meter, setMeter] = useState<Meter>('power')
  const [rule, setRule] = useState<SharingRule>('area')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [total, setTotal] = useState('')
  const [document, setDocument] = useState('')
  const asked = { building, meter, from, to, total, rule }
  const known = building !== '' && from !== '' && to !== '' && yuan.test(total) && Number(total) > 0
  const act = useAct(splitSharedCost, { stale, onDone })
  return (
    <ActForm
      submit={{ zh: '确认分摊并出账', en: 'Split and bill' }}
      ready={known && document.trim() !== ''}
      pending={act.isPending}
      error={act.error}
      onCancel={onDone}
      onSubmit={() => act.mutate({ ...asked, document: document.trim() })}
    >
      <h2>{say({ zh: '公摊水电', en: 'Split shared utilities' })}</h2>
      <div className="field">
        <label htmlFor={`${id}-building`}>{say({ zh: '楼宇', en: 'Building' })}</label>
        <select id={`${id}-building`} value={building} onChange={(event) => setBuilding(event.target.value)}>
          {buildings.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-meter`}>{say({ zh: '费用', en: 'For' })}</label>
        <select
          id={`${id}-meter`}
          value={meter}
          onChange={(event) => setMeter(meters.find((one) => one === event.target.value) ?? 'power')}
        >
          {meters.map((one) => (
            <option key={one} value={one}>
              {say(meterLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <InputField label={{ zh: '自', en: 'From' }} type="date" value={from} onChange={setFrom} />
      <InputField label={{ zh: '至', en: 'To' }} type="date" value={to} onChange={setTo} />
      <InputField
        label={{ zh: '公共部位费用（元）', en: 'Cost of shared parts (CNY)' }}
        type="number"
        value={total}
        onChange={setTotal}
      />
      <div className="field">
        <label htmlFor={`${id}-rule`}>{say({ zh: '分摊办法', en: 'Split by' })}</label>
        <select
          id={`${id}-rule`}
          value={rule}
          onChange={(event) => setRule(sharingRules.find((one) => one === event.target.value) ?? 'area')}
        >
          {sharingRules.map((one) => (
            <option key={one} value={one}>
              {say(sharingRuleLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <InputField label={{ zh: '缴费凭证号', en: 'Number of the paid bill' }} value={document} onChange={setDocument} />
      {known && <SplitPreview asked={{ zone: zone.code, ...asked }} />}
    </ActForm>
  )
}

function SplitPreview({ asked }: { readonly asked: InputOf<typeof previewSplit> }) {
  const say = useText()
  const { data, error } = useQuery({ ...queryOf(previewSplit, asked), staleTime: 0, retry: false })
  if (error !== null) return <Refusal error={error} />
  if (data === undefined) return null
  return (
    <>
      <p className="number" role="status">
        {say({
          zh: `空置部分 ¥ ${data.kept} 由出租方承担。`,
          en: `¥ ${data.kept} of what nobody leases stays with the lessor.`,
        })}
      </p>
      <PlainTable
        caption={{ zh: '分摊结果', en: 'Shares' }}
        rows={data.shares}
        keyOf={({ lease, unit }) => `${lease.id} ${unit}`}
        columns={[
          { label: { zh: '租约', en: 'Lease' }, cell: ({ lease }) => lease.number },
          { label: { zh: '承租企业', en: 'Lessee' }, cell: ({ lease }) => lease.lessee },
          { label: { zh: '单元', en: 'Unit' }, cell: ({ unit }) => unit },
          {
            label: { zh: '金额（元）', en: 'Amount (CNY)' },
            cell: ({ amount }) => <span className="number">{amount}</span>,
          },
        ]}
      />
    </>
  )
}
