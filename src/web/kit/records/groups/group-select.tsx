import type { KindView } from '../../../../kernel/kind-view.ts'
import { useText } from '../../../text.tsx'
import { groupWays } from './group-ways.ts'

interface GroupSelectProps {
  readonly kind: KindView
  readonly by: string | undefined
  readonly onChange: (by: string | undefined) => void
}

/** By what the list is grouped. */
export function GroupSelect({ kind, by = '', onChange }: GroupSelectProps) {
  const say = useText()
  const ways = groupWays(kind)
  if (ways.length === 0) return null
  return (
    <select
      className="select bar-select"
      aria-label={say({ zh: '分组', en: 'Group by' })}
      value={by}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{say({ zh: '不分组', en: 'No groups' })}</option>
      {ways.map((way) => (
        <option key={way.by} value={way.by}>
          {say({ zh: `按${way.label.zh}`, en: `By ${way.label.en.toLowerCase()}` })}
        </option>
      ))}
    </select>
  )
}
