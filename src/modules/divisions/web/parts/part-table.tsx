import { Input } from 'antd'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useText } from '../../../../web/text.tsx'

/** A part as it stands in the form. */
export interface PartRow {
  readonly code: string
  readonly name: string
  /** m² as typed. */
  readonly registeredAreaSqm: string
}

interface PartTableProps {
  readonly parts: readonly PartRow[]
  readonly onCorrect: (at: number, change: Partial<PartRow>) => void
}

/** Code, name and area of each part, offered and open to correction. */
export function PartTable({ parts, onCorrect }: PartTableProps) {
  const say = useText()
  return (
    <PlainTable
      caption={{ zh: '分割后', en: 'Parts' }}
      rows={parts.map((part, at) => ({ ...part, at }))}
      keyOf={({ at }) => String(at)}
      columns={[
        { label: { zh: '块', en: 'Part' }, cell: ({ at }) => at + 1 },
        {
          label: { zh: '新编号', en: 'New code' },
          cell: ({ at, code }) => (
            <Input
              aria-label={say({ zh: `第 ${at + 1} 块新编号`, en: `New code of part ${at + 1}` })}
              maxLength={40}
              value={code}
              onChange={(event) => onCorrect(at, { code: event.target.value })}
            />
          ),
        },
        {
          label: { zh: '名称', en: 'Name' },
          cell: ({ at, name }) => (
            <Input
              aria-label={say({ zh: `第 ${at + 1} 块名称`, en: `Name of part ${at + 1}` })}
              maxLength={100}
              value={name}
              onChange={(event) => onCorrect(at, { name: event.target.value })}
            />
          ),
        },
        {
          label: { zh: '登记面积（m²）', en: 'Registered (m²)' },
          cell: ({ at, registeredAreaSqm }) => (
            <Input
              aria-label={say({ zh: `第 ${at + 1} 块登记面积`, en: `Registered area of part ${at + 1}` })}
              inputMode="decimal"
              value={registeredAreaSqm}
              onChange={(event) => onCorrect(at, { registeredAreaSqm: event.target.value })}
            />
          ),
        },
      ]}
    />
  )
}
