import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { PaperNeed } from '../../contract/plan.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { alsoFor, type Preparer, papersBy, preparerLabels, preparers } from '../../domain/lists/papers.ts'
import { Fold } from './fold.tsx'
import type { PartProps } from './parts.ts'

/** Papers by who prepares them, each once; ticks are for this visit and for paper. */
export function PapersCard({ plan, names }: PartProps) {
  const say = useText()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const toggle = (paper: string) => {
    const next = new Set(ticked)
    if (!next.delete(paper)) next.add(paper)
    setTicked(next)
  }
  return (
    <Fold
      id="papers"
      title={say({
        zh: `材料：${plan.papers.length} 份，每份只交一次`,
        en: `Papers: ${plan.papers.length}, each handed in once`,
      })}
    >
      <div className="papers">
        {preparers.map((preparer) => (
          <PapersOf
            key={preparer}
            preparer={preparer}
            needs={papersBy(plan, preparer)}
            names={names}
            ticked={ticked}
            toggle={toggle}
          />
        ))}
      </div>
    </Fold>
  )
}

interface ListProps {
  readonly preparer: Preparer
  readonly needs: readonly PaperNeed[]
  readonly names: PlanNames
  readonly ticked: ReadonlySet<string>
  readonly toggle: (paper: string) => void
}

function PapersOf({ preparer, needs, names, ticked, toggle }: ListProps) {
  const say = useText()
  return (
    <section>
      <h3>
        {say(preparerLabels[preparer])} <span className="soft number">{needs.length}</span>
      </h3>
      {needs.length === 0 && <p className="soft">{say({ zh: '没有。', en: 'None.' })}</p>}
      <ul className="ticks">
        {needs.map((need) => (
          <li key={need.paper}>
            <label>
              <input type="checkbox" checked={ticked.has(need.paper)} onChange={() => toggle(need.paper)} />
              <span>{say(names.ref(need.paper))}</span>
            </label>
            <p className="small soft">
              {say({
                zh: `${need.neededOn ?? `第 ${need.neededAt} 天`} 用于${names.matter(need.firstNeededBy).zh}`,
                en: `${need.neededOn ?? `day ${need.neededAt}`} for ${names.matter(need.firstNeededBy).en}`,
              })}
              <AlsoFor need={need} names={names} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AlsoFor({ need, names }: { readonly need: PaperNeed; readonly names: PlanNames }) {
  const say = useText()
  const others = alsoFor(need).map((code) => names.matter(code))
  if (others.length === 0) return null
  return (
    <>
      {say({
        zh: `；也用于：${others.map((name) => name.zh).join('、')}`,
        en: `; also for ${others.map((name) => name.en).join(', ')}`,
      })}
    </>
  )
}
