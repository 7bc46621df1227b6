import type { ReactNode } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import { Tabs } from '../tabs.tsx'
import { ArchiveButton } from './archive-button.tsx'
import { RecordFiles } from './attachments/record-files.tsx'
import { RecordComments } from './comments/record-comments.tsx'
import type { Row } from './doors.ts'
import { EraseButton } from './erase-button.tsx'
import { RecordLinks } from './links/record-links.tsx'
import { RecordMarks } from './marks.tsx'
import { RecordFacts } from './record-facts.tsx'
import { RecordHistory } from './record-history.tsx'
import { type RecordTab, recordTabs } from './record-tabs.ts'

interface RecordViewProps {
  readonly kind: KindView
  readonly row: Row
  readonly tab: RecordTab
  readonly onTab: (tab: RecordTab) => void
  /** What may be done with the record, before archiving. */
  readonly children?: ReactNode
}

/** One record for reading: its values, what is said about it, what hangs on it, and what happened to it. */
export function RecordView({ kind, row, tab, onTab, children }: RecordViewProps) {
  const say = useText()
  return (
    <>
      <p className="record-marks">
        <RecordMarks row={row} />
      </p>
      <div className="form-actions no-print">
        {children}
        {kind.may.archive && <ArchiveButton key={row.version} kind={kind} row={row} />}
        {kind.may.erase && row.erased !== true && <EraseButton key={row.id} kind={kind} row={row} />}
      </div>
      <Tabs
        label={say(kind.labels.one)}
        tabs={recordTabs(kind).map(({ key, label }) => ({ key, label: say(label) }))}
        chosen={tab}
        onChoose={onTab}
      >
        <Chosen kind={kind} row={row} tab={tab} />
      </Tabs>
    </>
  )
}

function Chosen({ kind, row, tab }: Pick<RecordViewProps, 'kind' | 'row' | 'tab'>) {
  switch (tab) {
    case 'facts':
      return <RecordFacts kind={kind} row={row} />
    case 'comments':
      return <RecordComments kind={kind} id={row.id} />
    case 'files':
      return <RecordFiles kind={kind} id={row.id} />
    case 'links':
      return <RecordLinks kind={kind} id={row.id} />
    case 'history':
      return <RecordHistory kind={kind} id={row.id} />
  }
}
