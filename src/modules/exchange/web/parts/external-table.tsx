import { Link } from '@tanstack/react-router'
import { type Column, PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'
import { stateMeanings } from '../../../cases/contract/state.ts'
import type { ExternalCase } from '../../contract/rows.ts'

const projectColumn: Column<ExternalCase> = {
  label: { zh: '项目', en: 'Project' },
  cell: ({ project, projectId }) => (
    <Link to="/projects/$id" params={{ id: projectId }}>
      {project}
    </Link>
  ),
}

/** Cases that only the province has: they move the plan of their project, and nobody keyed them here. */
export function ExternalTable({
  rows,
  ofProject = false,
}: {
  readonly rows: readonly ExternalCase[]
  /** On the page of the project: its name is known. */
  readonly ofProject?: boolean
}) {
  const say = useText()
  if (rows.length === 0) {
    return (
      <p className="card">
        {say({
          zh: '没有外部办件。只在省平台办理的办件会自动列在这里，并计入项目方案。',
          en: 'No external case. Cases that only the province has are listed here and count in the plan of their project.',
        })}
      </p>
    )
  }
  return (
    <PlainTable
      caption={{ zh: '外部办件', en: 'External cases' }}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        ...(ofProject ? [] : [projectColumn]),
        { label: { zh: '事项', en: 'Matter' }, cell: ({ matter }) => say(matter) },
        { label: { zh: '状态', en: 'State' }, cell: ({ state }) => say(stateMeanings[state].label) },
        { label: { zh: '接件', en: 'Received' }, cell: ({ receivedOn }) => receivedOn },
        { label: { zh: '办结', en: 'Decided' }, cell: ({ decidedOn }) => decidedOn ?? '—' },
        { label: { zh: '省平台编码', en: 'Code there' }, cell: ({ instance }) => instance },
      ]}
    />
  )
}
