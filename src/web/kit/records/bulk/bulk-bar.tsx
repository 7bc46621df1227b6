import { Button } from 'antd'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { mostBulk } from '../../../../kernel/record-bulk.ts'
import type { Search } from '../../../search.ts'
import { useText } from '../../../text.tsx'
import { Refusal } from '../../refusal.tsx'
import { BulkForm } from './bulk-form.tsx'
import { BulkOutcome } from './bulk-outcome.tsx'
import { useAllRows } from './use-all-rows.ts'
import { useBulk } from './use-bulk.ts'
import type { Selection } from './use-selection.ts'
import './bulk.css'

interface BulkBarProps {
  readonly kind: KindView
  readonly search: Search
  readonly selection: Selection
  readonly onClose: () => void
}

/** What can be done with the chosen records at once: tried first, then done, and undone within ten minutes. */
export function BulkBar({ kind, search, selection, onClose }: BulkBarProps) {
  const say = useText()
  const bulk = useBulk(kind, selection.rows)
  const all = useAllRows(kind, search, (rows) => selection.set(rows, true))
  const count = selection.rows.size
  const tooMany = count > mostBulk
  return (
    <section className="bulk" aria-label={say({ zh: '批量操作', en: 'Bulk acts' })}>
      <div className="bulk-line">
        <p role="status">
          <strong>{say({ zh: `已选 ${count} 条`, en: `${count} chosen` })}</strong>
        </p>
        <Button loading={all.isPending} onClick={() => all.mutate()}>
          {say({ zh: `选中全部符合条件的（最多 ${mostBulk} 条）`, en: `Choose all that fit (at most ${mostBulk})` })}
        </Button>
        <Button disabled={count === 0} onClick={selection.clear}>
          {say({ zh: '清空选择', en: 'Choose none' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '结束批量', en: 'Done' })}</Button>
      </div>
      {tooMany && (
        <p className="notice notice-warning">
          {say({ zh: `一次最多 ${mostBulk} 条，请少选一些。`, en: `At most ${mostBulk} at a time: choose fewer.` })}
        </p>
      )}
      <BulkForm
        kind={kind}
        archived={search.archived === 'true'}
        disabled={count === 0 || tooMany || bulk.pending}
        onTry={(act) => void bulk.run(act, true)}
        onEdit={bulk.forget}
      />
      <Refusal error={bulk.error ?? all.error} />
      {bulk.outcome && (
        <BulkOutcome
          kind={kind}
          outcome={bulk.outcome}
          rows={selection.rows}
          pending={bulk.pending}
          undo={bulk.undo}
          onDo={(act) => void bulk.run(act, false)}
          onForget={bulk.forget}
        />
      )}
    </section>
  )
}
