import { Button } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type Offering, sell } from '../../contract/offerings.ts'
import { stale } from './use-supply.ts'

/** To whom, for how much, by which confirmation and commitment. */
export function SellForm({ offering, onDone }: { readonly offering: Offering; readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const [enterprise, setEnterprise] = useState('')
  const [project, setProject] = useState('')
  const [priceYuan, setPrice] = useState(offering.startPriceYuan)
  const [confirmation, setConfirmation] = useState('')
  const [commitment, setCommitment] = useState('')
  const act = useAct(sell, { stale, onDone })
  const ready = enterprise !== '' && confirmation.trim() !== '' && /^\d+(\.\d{1,2})?$/.test(priceYuan)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || act.isPending) return
        act.mutate({
          ...{ id: offering.id, version: offering.version, happenedOn: legalDayOf(new Date()), enterprise, priceYuan },
          ...{ project: project || null, confirmation, commitment: commitment.trim() || null },
        })
      }}
    >
      <div className="supply-fields">
        <div className="field">
          <label htmlFor={`${id}-firm`}>{say({ zh: '竞得企业', en: 'Buyer' })}</label>
          <RefPicker id={`${id}-firm`} to="enterprises.enterprise" value={enterprise} onChange={setEnterprise} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-project`}>{say({ zh: '项目（可空）', en: 'Project (may be empty)' })}</label>
          <RefPicker id={`${id}-project`} to="projects.project" value={project} onChange={setProject} />
        </div>
        <LabelledField
          {...{
            label: { zh: '成交价（元）', en: 'Price (yuan)' },
            value: priceYuan,
            onChange: setPrice,
            type: 'number',
          }}
        />
        <LabelledField
          label={{ zh: '成交确认书编号', en: 'Confirmation' }}
          value={confirmation}
          onChange={setConfirmation}
        />
        <LabelledField
          label={{ zh: '竞买承诺书编号（可空）', en: "Bidder's commitment" }}
          value={commitment}
          onChange={setCommitment}
        />
      </div>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '确认成交', en: 'Confirm the deal' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
