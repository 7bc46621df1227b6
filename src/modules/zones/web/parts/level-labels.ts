import type { Label } from '../../../../kernel/label.ts'
import type { zoneLevels } from '../../contract.ts'

export const levelLabels: Record<(typeof zoneLevels)[number], Label> = {
  national: { zh: '国家级', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
}
