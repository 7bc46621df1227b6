import { Button } from 'antd'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { changeView, listViews, removeView, type View } from '../../../../platform/records/contract/views.ts'
import { useText } from '../../../text.tsx'
import { Popover } from '../../popover.tsx'
import { Refusal } from '../../refusal.tsx'
import { useAct } from '../../use-act.ts'
import { useAddress } from '../use-address.ts'
import { changeTo, viewSearch } from './view-search.ts'

/** What may be done with the view that is open: keep what was changed since, open with it, remove it. */
export function ChangeView({ kind, view }: { readonly kind: KindView; readonly view: View }) {
  const say = useText()
  const { search, replace } = useAddress()
  const now = viewSearch(kind, search)
  const change = useAct(changeView, { stale: [listViews.name] })
  const remove = useAct(removeView, { stale: [listViews.name], onDone: () => replace(changeTo(kind, null)) })
  const changed = now !== viewSearch(kind, changeTo(kind, view) as Record<string, string>)
  const named = { id: view.id, version: view.version }
  return (
    <Popover
      label={say(changed ? { zh: '视图已改动', en: 'View changed' } : { zh: '视图', en: 'View' })}
      active={changed}
      align="end"
    >
      {(close) => (
        <div className="save-view">
          <p className="soft small">
            {say({ zh: `“${view.name}”，给：${view.label.zh}`, en: `"${view.name}", for: ${view.label.en}` })}
          </p>
          {changed && (
            <Button type="primary" loading={change.isPending} onClick={() => change.mutate({ ...named, search: now })}>
              {say({ zh: '保存改动', en: 'Keep the changes' })}
            </Button>
          )}
          <label className="filter-check">
            <input
              type="checkbox"
              checked={view.first}
              onChange={(event) => change.mutate({ ...named, first: event.target.checked })}
            />
            {say({ zh: '打开列表时先看它', en: 'The list opens with it' })}
          </label>
          <Button
            danger
            loading={remove.isPending}
            onClick={() => {
              remove.mutate(named)
              close()
            }}
          >
            {say({ zh: '删除视图', en: 'Remove the view' })}
          </Button>
          <Refusal error={change.error ?? remove.error} />
        </div>
      )}
    </Popover>
  )
}
