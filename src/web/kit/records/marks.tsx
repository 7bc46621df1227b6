import { useText } from '../../text.tsx'
import type { Row } from './doors.ts'

/** What one must know of a record before its values: generated for the demo, or archived. */
export function RecordMarks({ row }: { readonly row: Row }) {
  const say = useText()
  return (
    <>
      {row.sample && (
        <span
          className="mark mark-illustrative"
          title={say({ zh: '演示数据，不是真实记录', en: 'Demo data, no true record' })}
        >
          {say({ zh: '示例', en: 'Sample' })}
        </span>
      )}
      {row.archivedAt !== null && <span className="mark">{say({ zh: '已归档', en: 'Archived' })}</span>}
    </>
  )
}
