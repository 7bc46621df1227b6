import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { PlannedMatter } from '../../contract/plan.ts'
import { Fold } from './fold.tsx'
import type { OpeningProps } from './parts.ts'

/** What the chart does not show: duties after production, and what this project does not need; each says why. */
export function OthersCard({ plan, names, onOpen }: OpeningProps) {
  const say = useText()
  const follows = plan.matters.filter((matter) => matter.follows)
  const needless = plan.matters.filter((matter) => matter.applies === false)
  const list = (title: Label, matters: readonly PlannedMatter[]) => (
    <details>
      <summary>{say({ zh: `${title.zh} ${matters.length} 项`, en: `${title.en}: ${matters.length}` })}</summary>
      <ul className="others">
        {matters.map(({ code }) => (
          <li key={code}>
            <button type="button" className="link" onClick={() => onOpen(code)}>
              {say(names.matter(code))}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
  return (
    <Fold id="others" title={say({ zh: '图上没有的事项', en: 'Matters that are not on the chart' })}>
      {follows.length > 0 && list({ zh: '投产之后的义务', en: 'Duties after production' }, follows)}
      {needless.length > 0 && list({ zh: '这个项目不需要办', en: 'Not needed for this project' }, needless)}
    </Fold>
  )
}
