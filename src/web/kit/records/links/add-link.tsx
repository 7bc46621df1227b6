import { Button } from 'antd'
import { useId, useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import {
  addLink,
  listLinks,
  type Relation,
  relationLabels,
  relations,
} from '../../../../platform/records/contract/links.ts'
import { useText } from '../../../text.tsx'
import { Refusal } from '../../refusal.tsx'
import { useAct } from '../../use-act.ts'
import { RefPicker } from '../inputs/ref-picker.tsx'
import { useKinds } from '../use-kinds.ts'

/** Links this record with another one, of any kind that the reader may open. */
export function AddLink({ kind, id }: { readonly kind: KindView; readonly id: string }) {
  const say = useText()
  const field = useId()
  const { kinds = [] } = useKinds()
  const [relation, setRelation] = useState<Relation>('related')
  const [toKind, setToKind] = useState(kind.name)
  const [to, setTo] = useState('')
  const add = useAct(addLink, { stale: [listLinks.name], onDone: () => setTo('') })
  return (
    <form
      className="add-link"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({ kind: kind.name, record: id, relation, toKind, to })
      }}
    >
      <select
        className="select"
        aria-label={say({ zh: '关系', en: 'Relation' })}
        value={relation}
        onChange={(event) => setRelation(relations.find((one) => one === event.target.value) ?? 'related')}
      >
        {relations.map((one) => (
          <option key={one} value={one}>
            {say(relationLabels[one].from)}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={say({ zh: '记录种类', en: 'Kind of record' })}
        value={toKind}
        onChange={(event) => {
          setToKind(event.target.value)
          setTo('')
        }}
      >
        {kinds.map((one) => (
          <option key={one.name} value={one.name}>
            {say(one.labels.one)}
          </option>
        ))}
      </select>
      <label htmlFor={field} className="visually-hidden">
        {say({ zh: '关联到哪条记录', en: 'Which record' })}
      </label>
      <RefPicker key={toKind} id={field} to={toKind} value={to} onChange={setTo} />
      <Button htmlType="submit" loading={add.isPending} disabled={to === ''}>
        {say({ zh: '关联', en: 'Link' })}
      </Button>
      <Refusal error={add.error} />
    </form>
  )
}
