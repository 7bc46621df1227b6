import { Link } from '@tanstack/react-router'
import { formatArea } from '../../../../kernel/area.ts'
import type { Label } from '../../../../kernel/label.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { Layout } from '../../contract.ts'

type Place = Layout['places'][number]

interface PlaceTableProps {
  readonly rows: readonly Place[]
  readonly all: readonly Place[]
  readonly caption: Label
}

export function PlaceTable({ rows, all, caption }: PlaceTableProps) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const unknown = say({ zh: '未登记', en: 'not entered' })
  const nameOf = (id: string | null) => all.find((one) => one.id === id)?.name
  return (
    <PlainTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '名称', en: 'Name' },
          cell: ({ id, name }) => (
            <Link to="/layout" search={{ zone: zone.code, part: 'places', record: id }}>
              {name}
            </Link>
          ),
        },
        { label: { zh: '所属', en: 'Within' }, cell: ({ within }) => nameOf(within) ?? '—' },
        { label: { zh: '主导产业', en: 'Main industry' }, cell: ({ industry }) => industry ?? unknown },
        {
          label: { zh: '面积', en: 'Area' },
          cell: ({ areaSqm }) => (
            <span className="number">{areaSqm === null ? unknown : formatArea(areaSqm, language)}</span>
          ),
        },
        {
          label: { zh: '入驻', en: 'Occupants' },
          cell: ({ occupants }) => <span className="number">{occupants}</span>,
        },
        {
          label: { zh: '图形', en: 'Shape' },
          cell: ({ drawn }) => say(drawn ? { zh: '已有', en: 'drawn' } : { zh: '未画', en: 'not drawn' }),
        },
      ]}
    />
  )
}
