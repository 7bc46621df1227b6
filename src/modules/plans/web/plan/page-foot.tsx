import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import type { PlanContext } from '../../domain/lists/notes.ts'

/** What the plan was computed from, and what it is not. */
export function PageFoot({ context }: { readonly context: PlanContext }) {
  const say = useText()
  const { asOf, digest } = context.version
  return (
    <p className="soft small">
      {say({
        zh: `按事项目录 ${digest.slice(0, 12)} 计算（${labelOfMixed(asOf).zh}）。方案由规则算出，供准备参考，以各部门的决定为准。`,
        en: `Computed from catalogue ${digest.slice(0, 12)} (${labelOfMixed(asOf).en}). The plan follows from rules and helps to prepare; the authorities decide.`,
      })}
    </p>
  )
}
