import type { ReactNode } from 'react'
import type { Label } from '../../kernel/label.ts'
import { useText } from '../text.tsx'
import { Tabs } from './tabs.tsx'

/** So many tabs are looked through in one row. */
const oneRow = 10

interface GroupedTabsProps<G extends string> {
  readonly label: string
  readonly tabs: readonly { readonly key: string; readonly label: Label; readonly group: G }[]
  /** The groups' names, in the order in which they stand. */
  readonly groups: Readonly<Record<G, Label>>
  /** Of a tab; of one that is not there, the first stands open. */
  readonly chosen: string
  readonly onChoose: (key: string) => void
  readonly children: ReactNode
}

/** Many tabs stand in two rows: what somebody is at, and beneath it the tabs of that. The address names the tab alone. */
export function GroupedTabs<G extends string>({
  label,
  tabs: unsorted,
  groups,
  chosen: key,
  onChoose,
  children,
}: GroupedTabsProps<G>) {
  const say = useText()
  const order = Object.keys(groups)
  const tabs = unsorted.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
  const chosen = tabs.find((tab) => tab.key === key) ?? tabs[0]
  if (chosen === undefined) return null
  const row = (shown: typeof tabs, name: string) => (
    <Tabs
      label={name}
      tabs={shown.map((tab) => ({ key: tab.key, label: say(tab.label) }))}
      chosen={chosen.key}
      onChoose={onChoose}
    >
      {children}
    </Tabs>
  )
  if (tabs.length <= oneRow) return row(tabs, label)
  const there = tabs.filter(({ group }, i) => tabs.findIndex((tab) => tab.group === group) === i)
  return (
    <Tabs
      groups
      label={label}
      tabs={there.map(({ group }) => ({ key: group, label: say(groups[group]) }))}
      chosen={chosen.group}
      onChoose={(group) => onChoose(tabs.find((tab) => tab.group === group)?.key ?? chosen.key)}
    >
      {row(
        tabs.filter(({ group }) => group === chosen.group),
        say(groups[chosen.group]),
      )}
    </Tabs>
  )
}
