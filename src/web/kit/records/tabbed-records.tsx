import type { ReactNode } from 'react'
import type { Label } from '../../../kernel/label.ts'
import { useText } from '../../text.tsx'
import { Tabs } from '../tabs.tsx'
import { useTitle } from '../title.ts'
import { RecordList } from './record-list.tsx'
import { useAddress } from './use-address.ts'
import { useKindNamed } from './use-kinds.ts'

interface KindTab {
  readonly kind: { readonly name: string; readonly labels: { readonly many: Label } }
  readonly columns: readonly string[]
}

interface TabbedRecordsProps {
  readonly title: Label
  /** By key in the address (`part`): what is entered on this page. */
  readonly lists: Readonly<Record<string, KindTab>>
  /** The first tab: how it all stands. */
  readonly overview: ReactNode
}

/** A page whose first tab tells how things stand and whose others are the records that it is told from. */
export function TabbedRecords({ title, lists, overview }: TabbedRecordsProps) {
  const say = useText()
  useTitle(title)
  const { search, go } = useAddress()
  const names = Object.keys(lists)
  const chosen = names.find((name) => name === search.part)
  const shown = chosen === undefined ? undefined : lists[chosen]
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <Tabs
        label={say(title)}
        tabs={[
          { key: 'overview', label: say({ zh: '一览', en: 'Overview' }) },
          ...Object.entries(lists).map(([key, { kind }]) => ({ key, label: say(kind.labels.many) })),
        ]}
        chosen={chosen ?? 'overview'}
        onChoose={(name) => go({ part: name === 'overview' ? undefined : name, record: undefined })}
      >
        {shown === undefined ? overview : <Records key={chosen} {...shown} />}
      </Tabs>
    </div>
  )
}

function Records({ kind: { name }, columns }: KindTab) {
  const kind = useKindNamed(name)
  return kind === undefined ? null : <RecordList kind={kind} columns={columns} />
}
