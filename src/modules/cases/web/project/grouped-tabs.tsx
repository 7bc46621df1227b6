import type { ReactNode } from 'react'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useText } from '../../../../web/text.tsx'
import { groups, type ProjectTab } from './tabs.ts'

/** So many tabs are looked through in one row. */
const oneRow = 10

interface GroupedTabsProps {
  readonly label: string
  readonly tabs: readonly ProjectTab[]
  readonly chosen: ProjectTab
  readonly onChoose: (key: string) => void
  readonly children: ReactNode
}

/** Many tabs stand in two rows: what somebody is at, and beneath it the tabs of that. The address names the tab alone. */
export function GroupedTabs({ label, tabs, chosen, onChoose, children }: GroupedTabsProps) {
  const say = useText()
  const row = (shown: readonly ProjectTab[], name: string) => (
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
