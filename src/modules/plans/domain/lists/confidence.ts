import type { Label } from '../../../../kernel/label.ts'
import type { Confidence } from '../../../matters/contract/catalogue.ts'

/** What a confidence mark says, in words short enough for a cell. */
export const confidenceLabels: Record<Confidence, Label> = {
  V: { zh: 'V 已核法条原文', en: 'V law text read' },
  P: { zh: 'P 公开网页', en: 'P public page' },
  M: { zh: 'M 凭记忆，须核实', en: 'M from memory, verify' },
  E: { zh: 'E 估计', en: 'E estimate' },
  illustrative: { zh: '示例', en: 'illustrative' },
}

/** The mark of a citation in words; marks that this version does not know are shown as they are. */
export function confidenceText(mark: string): Label {
  return mark in confidenceLabels ? confidenceLabels[mark as Confidence] : { zh: mark, en: mark }
}
