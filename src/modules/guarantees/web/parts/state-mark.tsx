import { useText } from '../../../../web/text.tsx'
import type { Guarantee } from '../../contract.ts'
import './guarantees.css'

const labels: Readonly<Record<Guarantee['state'], { readonly zh: string; readonly en: string }>> = {
  unpromised: { zh: '◆ 有缺口', en: '◆ gap' },
  promised: { zh: '○ 已承诺', en: '○ promised' },
  late: { zh: '▲ 逾期', en: '▲ late' },
  delivered: { zh: '✓ 已到位', en: '✓ delivered' },
}

export function StateMark({ state }: Pick<Guarantee, 'state'>) {
  const say = useText()
  return <span className={`guarantee-${state}`}>{say(labels[state])}</span>
}
