import { haFromSqm } from '../../../../kernel/area.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'

/** Of a project's record, decimal text; null: not known. */
interface Known {
  readonly investmentYuan: string | null
  readonly landAreaSqm: string | null
}

/** What the project's own record answers already, so that the guide opens with it: the investment in 10,000 yuan, the land in hectares. */
export function knownFacts({ investmentYuan, landAreaSqm }: Known): FactValues {
  const wan = Number(investmentYuan ?? 0) / 10_000
  const ha = Number(haFromSqm(landAreaSqm ?? 0))
  return { ...(wan > 0 && { investmentWan: wan }), ...(ha > 0 && { landAreaHa: ha }) }
}
