import { useMemo } from 'react'
import { Gantt } from '../../../../web/kit/gantt/gantt.tsx'
import type { GanttModel } from '../../../../web/kit/gantt/model.ts'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import type { ProjectPlan } from '../../contract/project-plan.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { ganttModel } from '../plan/gantt-model.ts'
import { ganttTexts } from '../plan/gantt-texts.ts'
import { useCalendar } from '../plan/use-calendar.ts'

interface RunningChartProps {
  readonly running: ProjectPlan
  readonly names: PlanNames
  readonly zone: string
  readonly onOpen: (matter: string) => void
}

/** The chart of a running project: what is done and what is in handling is marked; nothing can be dragged. */
export function RunningChart({ running, names, zone, onOpen }: RunningChartProps) {
  const say = useText()
  const { language, large } = usePreferences()
  const { calendar } = useCalendar(zone)
  const { plan, progress } = running
  const model = useMemo(
    () =>
      calendar
        ? withProgress(ganttModel({ plan, base: undefined, names, calendar, today: progress.today, say }), progress)
        : null,
    [plan, progress, names, calendar, say],
  )
  const texts = useMemo(
    () => ({
      ...ganttTexts(say, language === 'zh'),
      help: say({
        zh: '✓ 已办结，▶ 办理中；点事项或按回车打开它的办件',
        en: '✓ done, ▶ in handling; click a matter or press Enter for its case',
      }),
    }),
    [say, language],
  )
  if (!model) return null
  return <Gantt model={model} texts={texts} size={large ? 1.3 : 1} onOpen={onOpen} />
}

function withProgress(model: GanttModel, { matters }: ProjectPlan['progress']): GanttModel {
  return {
    ...model,
    rows: model.rows.map((row) => {
      const own = matters[row.id]
      if (own === undefined) return row
      const [name = '', ...rest] = row.cells
      return { ...row, cells: [`${own.finished === undefined ? '▶' : '✓'} ${name}`, ...rest] }
    }),
  }
}
