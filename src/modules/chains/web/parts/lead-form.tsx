import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { recordEndpoints } from '../../../../kernel/record-endpoints.ts'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { enterLead } from '../../../promotion/contract/entering.ts'
import { LeadPlacement } from '../../contract/placement.ts'
import type { NodeView } from '../../contract/views.ts'
import { chainDoors } from './use-chains.ts'

const place = recordEndpoints(LeadPlacement).create

interface LeadFormProps {
  readonly node: NodeView
  /** Of a candidate that is to become a lead. */
  readonly company?: string
  readonly onClose: () => void
}

/** Makes a lead of a gap: entered with its look for the same one, then placed on the node. */
export function LeadForm({ node, company: given = '', onClose }: LeadFormProps) {
  const say = useText()
  const id = useId()
  const [name, setName] = useState(say({ zh: `${node.name}补链项目`, en: `Project for ${node.name}` }))
  const [company, setCompany] = useState(given)
  const [channel, setChannel] = useState('')
  const placing = useAct(place, { stale: chainDoors, onDone: onClose })
  const entering = useAct(enterLead, {
    stale: chainDoors,
    onDone: (lead) =>
      placing.mutate({
        leadId: lead.id,
        nodeId: node.id,
        ...(node.products && { products: node.products.slice(0, 200) }),
      }),
  })
  const heading = say({ zh: '为这个环节登记线索', en: 'Make a lead of it' })
  const pending = entering.isPending || placing.isPending
  const ready = name.trim() !== '' && company.trim() !== '' && channel !== ''
  const seen = twinsOf(entering.error)
  const enter = (looked: readonly string[]) => {
    if (!ready || pending) return
    entering.mutate({
      ...{ name: name.trim(), company: company.trim(), channelId: channel, industryCode: codeOf(node) },
      ...{ foundOn: legalDayOf(new Date()), seen: [...looked], ...nothing },
    })
  }
  return (
    <form
      className="card"
      aria-label={heading}
      onSubmit={(event) => {
        event.preventDefault()
        enter([])
      }}
    >
      <h4>{heading}</h4>
      <div className="field">
        <label htmlFor={`${id}-name`}>{say({ zh: '项目名称', en: 'Project' })}</label>
        <Input id={`${id}-name`} maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-company`}>{say({ zh: '投资方', en: 'Investor' })}</label>
        <Input
          id={`${id}-company`}
          maxLength={200}
          value={company}
          onChange={(event) => setCompany(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-channel`}>{say({ zh: '招商渠道', en: 'Channel' })}</label>
        <RefPicker id={`${id}-channel`} to="promotion.channel" value={channel} onChange={setChannel} />
      </div>
      <Refusal error={entering.error ?? placing.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={pending}>
          {say({ zh: '登记并放到环节上', en: 'Enter and place it' })}
        </Button>
        {seen.length > 0 && (
          <Button onClick={() => enter(seen)}>
            {say({ zh: '看过了，不是同一个，仍登记', en: 'It is another: enter it' })}
          </Button>
        )}
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}

/** What a lead may bear and this form does not ask for: it is added on the lead itself. */
const nothing = {
  ...{ uscc: null, ownerId: null, teamId: null, region: null, investmentYuan: null },
  ...{ landMu: null, parcel: null, summary: null, contact: null },
}

function codeOf({ industryCode }: NodeView): string | null {
  return industryCode !== null && industryCode.length >= 3 ? industryCode : null
}

/** Leads that may be the same, when the entry was refused for them. */
function twinsOf(error: unknown): readonly string[] {
  if (!(error instanceof Problem) || error.code !== 'promotion.may_be_known') return []
  const { twins } = error.details
  return Array.isArray(twins) ? twins.map(String) : []
}
