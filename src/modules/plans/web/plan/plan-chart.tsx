import { useMemo } from 'react'
import { Gantt } from '../../../../web/kit/gantt/gantt.tsx'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { ganttModel } from './gantt-model.ts'
import { ganttTexts } from './gantt-texts.ts'
import type { OpeningProps } from './parts.ts'
import { slipText, useSlip } from './use-slip.ts'

/** The chart with its table; dragging or keys slip a matter, Enter or a click on its name tells why. */
export function PlanChart({ state, plan, names, onOpen }: OpeningProps) {
  const say = useText()
  const { language, large } = usePreferences()
  const slip = useSlip(state)
  const { base, calendar, today } = state
  const model = useMemo(
    () => (calendar ? ganttModel({ plan, base, names, calendar, today, say }) : null),
    [plan, base, names, calendar, today, say],
  )
  const texts = useMemo(() => ganttTexts(say, language === 'zh'), [say, language])
  if (!model) return null
  /** What the zone has done cannot be late. */
  const move = (code: string, days: number) => {
    if (!model.rows.some((row) => row.id === code && row.done)) slip(code, days, slipText(names.matter(code), days))
  }
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{say({ zh: '时间图', en: 'Timeline' })}</h2>
      <Gantt
        model={model}
        texts={texts}
        size={large ? 1.3 : 1}
        onOpen={onOpen}
        onSlip={move}
        onEscape={() => onOpen(null)}
      />
    </section>
  )
}
