import { createPortal } from 'react-dom'
import type { PlanContext } from '../../domain/lists/notes.ts'
import type { PartProps } from './parts.ts'
import { PrintChart } from './print-chart.tsx'
import { PrintLists } from './print-lists.tsx'
import './print.css'
import type { PrintMode } from './use-print.ts'

interface Props extends PartProps {
  readonly mode: PrintMode
  readonly context: PlanContext
}

const pages: Record<PrintMode, string> = {
  chart: '@page { size: A3 landscape; margin: 8mm; }',
  list: '@page { size: A4 portrait; margin: 14mm 12mm; }',
}

/** Stands beside the app in the document: on paper it is all there is, on screen it is not there. */
export function PrintSheet({ mode, ...parts }: Props) {
  return createPortal(
    <div className={`print-sheet print-${mode}`} aria-hidden="true">
      <style>{pages[mode]}</style>
      {mode === 'chart' ? <PrintChart {...parts} /> : <PrintLists {...parts} />}
    </div>,
    document.body,
  )
}
