import type { ReactNode } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import { Tabs } from '../tabs.tsx'
import { ArchiveButton } from './archive-button.tsx'
import type { Row } from './doors.ts'
import { EraseButton } from './erase-button.tsx'
import { RecordMarks } from './marks.tsx'
import { RecordFacts } from './record-facts.tsx'
import { RecordHistory } from './record-history.tsx'

export type RecordTab = 'facts' | 'history'

interface RecordViewProps {
  readonly kind: KindView
  readonly row: Row
  readonly tab: RecordTab
  readonly onTab: (tab: RecordTab) => void
  /** What may be done with the record, before archiving. */
  readonly children?: ReactNode
}

/** One record for reading: its values, and what happened to it. */
export function RecordView({ kind, row, tab, onTab, children }: RecordViewProps) {
  const say = useText()
  return (
    <>
      <p className="record-marks">
        <RecordMarks row={row} />
      </p>
      <div className="form-actions">
        {children}
        {kind.may.archive && <ArchiveButton key={row.version} kind={kind} row={row} />}
        {kind.may.erase && row.erased !== true && <EraseButton key={row.id} kind={kind} row={row} />}
      </div>
      <Tabs
        label={say(kind.labels.one)}
        tabs={[
          { key: 'facts', label: say({ zh: '内容', en: 'Details' }) },
          { key: 'history', label: say({ zh: '历史', en: 'History' }) },
        ]}
        chosen={tab}
        onChoose={onTab}
      >
        {tab === 'facts' ? <RecordFacts kind={kind} row={row} /> : <RecordHistory kind={kind} id={row.id} />}
      </Tabs>
    </>
  )
}
