import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { listViews, saveView } from '../../../../platform/records/contract/views.ts'
import { useText } from '../../../text.tsx'
import { Popover } from '../../popover.tsx'
import { Refusal } from '../../refusal.tsx'
import { useAct } from '../../use-act.ts'
import { useAddress } from '../use-address.ts'
import { viewSearch } from './view-search.ts'

type Audiences = OutputOf<typeof listViews>['audiences']

interface SaveViewProps {
  readonly kind: KindView
  /** For whom the reader may make a view. */
  readonly audiences: Audiences
}

/** Keeps the list as it is now under a name: for oneself, and who may, for a department or a role. */
export function SaveView(props: SaveViewProps) {
  const say = useText()
  return (
    <Popover label={say({ zh: '另存视图', en: 'Save as view' })} align="end">
      {(close) => <SaveForm {...props} onDone={close} />}
    </Popover>
  )
}

function SaveForm({ kind, audiences, onDone }: SaveViewProps & { readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const { search, replace } = useAddress()
  const [name, setName] = useState('')
  const [at, setAt] = useState(0)
  const [first, setFirst] = useState(false)
  const save = useAct(saveView, {
    stale: [listViews.name],
    onDone: (view) => {
      onDone()
      replace({ view: view.id })
    },
  })
  const audience = audiences[at]?.audience
  return (
    <form
      className="save-view"
      onSubmit={(event) => {
        event.preventDefault()
        if (audience) save.mutate({ kind: kind.name, name, search: viewSearch(kind, search), audience, first })
      }}
    >
      <label htmlFor={id}>{say({ zh: '视图名称', en: 'Name of the view' })}</label>
      <Input id={id} required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      {audiences.length > 1 && (
        <label>
          {say({ zh: '给谁用', en: 'For whom' })}
          <select className="select" value={at} onChange={(event) => setAt(Number(event.target.value))}>
            {audiences.map(({ audience: one, label }, i) => (
              <option key={JSON.stringify(one)} value={i}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="filter-check">
        <input type="checkbox" checked={first} onChange={(event) => setFirst(event.target.checked)} />
        {say({ zh: '打开列表时先看它', en: 'The list opens with it' })}
      </label>
      <Refusal error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} disabled={name.trim() === ''}>
        {say({ zh: '保存', en: 'Save' })}
      </Button>
    </form>
  )
}
