import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { recordEndpoints } from '../../../../kernel/record-endpoints.ts'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { Placement } from '../../contract/placement.ts'
import { chainDoors } from './use-chains.ts'

const create = recordEndpoints(Placement).create

/** Puts an enterprise of the zone on a node. */
export function PlaceForm({ node }: { readonly node: string }) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const [open, setOpen] = useState(false)
  const [enterprise, setEnterprise] = useState('')
  const [products, setProducts] = useState('')
  const close = () => {
    setOpen(false)
    setEnterprise('')
    setProducts('')
  }
  const act = useAct(create, { stale: chainDoors, onDone: close })
  const heading = say({ zh: '把企业放到这个环节', en: 'Place an enterprise here' })
  if (!open) {
    return (
      <p className="form-actions">
        <Button onClick={() => setOpen(true)}>{heading}</Button>
        <Link to="/records/$kind" params={{ kind: 'chain-placements' }} search={{ zone: zone.code, nodeId: node }}>
          {say({ zh: '更正或移出', en: 'Correct or remove' })}
        </Link>
      </p>
    )
  }
  return (
    <form
      className="card"
      aria-label={heading}
      onSubmit={(event) => {
        event.preventDefault()
        if (enterprise === '' || act.isPending) return
        const made = products.trim()
        act.mutate({ nodeId: node, enterpriseId: enterprise, ...(made !== '' && { products: made }) })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-enterprise`}>{say({ zh: '企业', en: 'Enterprise' })}</label>
        <RefPicker id={`${id}-enterprise`} to="enterprises.enterprise" value={enterprise} onChange={setEnterprise} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-products`}>{say({ zh: '产品（选填，用顿号分开）', en: 'Products (optional)' })}</label>
        <Input
          id={`${id}-products`}
          maxLength={200}
          value={products}
          onChange={(event) => setProducts(event.target.value)}
        />
      </div>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={enterprise === ''} loading={act.isPending}>
          {say({ zh: '放上去', en: 'Place it' })}
        </Button>
        <Button onClick={close}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
