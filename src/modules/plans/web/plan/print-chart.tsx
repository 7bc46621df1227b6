import { Legend } from '../../../../web/kit/gantt/legend.tsx'
import { PrintGantt } from '../../../../web/kit/gantt/print-gantt.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { cautionsOf, type PlanContext } from '../../domain/lists/notes.ts'
import { ganttModel } from './gantt-model.ts'
import { ganttTexts } from './gantt-texts.ts'
import type { PartProps } from './parts.ts'
import { PrintFoot, PrintHead } from './print-head.tsx'

/** A3 landscape less its margins. */
const widthMm = 403
const pageMm = 279
/** Title, facts on two lines, legend and foot; then a line for each caution, and two for what the zone has done. */
const aroundMm = 31
const lineMm = 4.4

/** The whole chart on one page, with what it was computed from; what the zone has done is said in one line. */
export function PrintChart(props: PartProps & { readonly context: PlanContext }) {
  const say = useText()
  const zh = useLanguage() === 'zh'
  const { plan, names, state, context } = props
  if (!state.calendar) return null
  const { base, calendar, today } = state
  const whole = ganttModel({ plan, base, names, calendar, today, say })
  const model = { ...whole, rows: whole.rows.filter((row) => !row.done) }
  const texts = ganttTexts(say, zh)
  const done = whole.rows.filter((row) => row.done).map((row) => row.cells[0] ?? '')
  const lines = cautionsOf(plan, names).length + (done.length > 0 ? 2 : 0)
  return (
    <div className="print-page">
      <PrintHead {...props} />
      <PrintGantt model={model} texts={texts} widthMm={widthMm} heightMm={pageMm - aroundMm - lines * lineMm} />
      <Legend texts={texts} />
      {done.length > 0 && (
        <p className="print-done">
          ✓ {texts.done}
          {say({ zh: '：', en: ': ' })}
          {done.join(say({ zh: '、', en: ', ' }))}
        </p>
      )}
      <PrintFoot context={context} note={say({ zh: '共 1 页', en: '1 page' })} />
    </div>
  )
}
