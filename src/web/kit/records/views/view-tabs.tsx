import type { KindView } from '../../../../kernel/kind-view.ts'
import type { Label } from '../../../../kernel/label.ts'
import { mostCounted, type View } from '../../../../platform/records/contract/views.ts'
import { useText } from '../../../text.tsx'
import { useGroups } from '../groups/use-groups.ts'
import { useAddress } from '../use-address.ts'
import { ChangeView } from './change-view.tsx'
import { SaveView } from './save-view.tsx'
import { useViews } from './use-views.ts'
import { changeTo } from './view-search.ts'
import './views.css'

/** The saved views of a kind, each with how many records are in it now. What is chosen stands whole in the address, so that it can be passed on. */
export function ViewTabs({ kind }: { readonly kind: KindView }) {
  const say = useText()
  const { search, go } = useAddress()
  const { views, audiences } = useViews(kind)
  const chosen = views.find(({ id }) => id === search.view)
  const all = useGroups(kind, { search: {} }).data?.count
  const tab = (view: View | null, label: string, count: number | null | undefined) => (
    <li key={view?.id ?? 'all'}>
      <button
        type="button"
        className="view-tab"
        aria-current={(chosen?.id ?? null) === (view?.id ?? null) ? 'true' : undefined}
        onClick={() => go({ ...changeTo(kind, view), record: undefined })}
      >
        {label} <span className="view-count">{count === null || count === undefined ? '' : say(countText(count))}</span>
      </button>
    </li>
  )
  return (
    <nav className="views" aria-label={say({ zh: '视图', en: 'Views' })}>
      <ul>
        {tab(null, say({ zh: '全部', en: 'All' }), all)}
        {views.map((view) => tab(view, view.name, view.count))}
      </ul>
      {chosen?.mayChange && <ChangeView key={chosen.id} kind={kind} view={chosen} />}
      <SaveView kind={kind} audiences={audiences} />
    </nav>
  )
}

function countText(count: number): Label {
  const text = count > mostCounted ? `${mostCounted}+` : String(count)
  return { zh: text, en: text }
}
