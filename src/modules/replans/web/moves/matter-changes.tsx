import { useText } from '../../../../web/text.tsx'
import { type MatterChange, matterPartLabels } from '../../contract/moves.ts'

const kinds = {
  new: { zh: '新增', en: 'new' },
  gone: { zh: '删除', en: 'gone' },
  changed: { zh: '改了', en: 'changed' },
} as const

/** Which matters differ, and in what. */
export function MatterChanges({ changes }: { readonly changes: readonly MatterChange[] }) {
  const say = useText()
  return (
    <ul>
      {changes.map(({ code, name, change, parts }) => (
        <li key={code}>
          {say(name)} <span className="mark">{say(kinds[change])}</span>{' '}
          {parts.map((part) => say(matterPartLabels[part])).join(say({ zh: '、', en: ', ' }))}
        </li>
      ))}
    </ul>
  )
}
