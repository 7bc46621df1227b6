import { Button } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import { Refusal } from '../refusal.tsx'
import type { Row } from './doors.ts'
import { useMove } from './use-record.ts'

/** Archives after one question, brings back without any: archiving takes a record out of every list and figure. */
export function ArchiveButton({ kind, row }: { readonly kind: KindView; readonly row: Row }) {
  const say = useText()
  const [asked, setAsked] = useState(false)
  const move = useMove(kind, row)
  const archived = row.archivedAt !== null
  if (!asked || archived) {
    return (
      <>
        <Button loading={move.isPending} onClick={() => (archived ? move.mutate() : setAsked(true))}>
          {say(archived ? { zh: '恢复', en: 'Restore' } : { zh: '归档', en: 'Archive' })}
        </Button>
        <Refusal error={move.error} />
      </>
    )
  }
  return (
    <div
      className="notice notice-warning archive-question"
      role="alertdialog"
      aria-label={say({ zh: '确认归档', en: 'Confirm' })}
    >
      <p>
        {say({
          zh: `归档后，这条${kind.labels.one.zh}不再出现在列表和统计中；不会删除，可以恢复。`,
          en: `Archived, this record (${kind.labels.one.en}) leaves lists and figures. It is not deleted and can be restored.`,
        })}
      </p>
      <div className="form-actions">
        <Button danger type="primary" autoFocus loading={move.isPending} onClick={() => move.mutate()}>
          {say({ zh: '确认归档', en: 'Archive it' })}
        </Button>
        <Button onClick={() => setAsked(false)}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
      <Refusal error={move.error} />
    </div>
  )
}
