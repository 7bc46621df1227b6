import { createPortal } from 'react-dom'
import { Legend } from '../../../../web/kit/gantt/legend.tsx'
import { PrintGantt } from '../../../../web/kit/gantt/print-gantt.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { Plan } from '../../contract/plan.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { cautionsOf } from '../../domain/lists/notes.ts'
import { ganttModel } from './gantt-model.ts'
import { ganttTexts } from './gantt-texts.ts'
import { useCalendar } from './use-calendar.ts'
import './print.css'

export interface PrintAgreedProps {
  readonly plan: Plan
  readonly zone: string
  readonly names: PlanNames
  readonly title: string
  /** Under the title: what was promised, who signed. */
  readonly lines: readonly string[]
  /** At the foot: catalogue and day. */
  readonly foot: readonly [string, string]
  /** The day of the agreement: drawn as today. */
  readonly on: string
}

/** A3 landscape less its margins; title, foot and legend, then a line for each line of text. */
const widthMm = 403
const pageMm = 279
const aroundMm = 30
const lineMm = 4.6

/** An agreed plan on one A3 page: what was promised, who signed, and the whole chart. On screen it is not there. */
export function PrintAgreed({ plan, zone, names, title, lines, foot, on }: PrintAgreedProps) {
  const say = useText()
  const zh = useLanguage() === 'zh'
  const { calendar } = useCalendar(zone)
  if (!calendar) return null
  const whole = ganttModel({ plan, base: undefined, names, calendar, today: on, say })
  const model = { ...whole, rows: whole.rows.filter((row) => !row.done) }
  const texts = ganttTexts(say, zh)
  const said = [...lines, ...cautionsOf(plan, names).map((caution) => `※ ${say(caution)}`)]
  return createPortal(
    <div className="print-sheet print-chart" aria-hidden="true">
      <style>{'@page { size: A3 landscape; margin: 8mm; }'}</style>
      <div className="print-page">
        <header className="print-head">
          <h1>{title}</h1>
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </header>
        <PrintGantt model={model} texts={texts} widthMm={widthMm} heightMm={pageMm - aroundMm - said.length * lineMm} />
        <Legend texts={texts} />
        <footer className="print-foot">
          <span>{foot[0]}</span>
          <span>{foot[1]}</span>
        </footer>
      </div>
    </div>,
    document.body,
  )
}
