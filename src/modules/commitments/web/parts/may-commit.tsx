import { useText } from '../../../../web/text.tsx'
import type { CommitVerdict } from '../../contract/verdict.ts'

const outcomeLabels = {
  met: { zh: '✓ 可以承诺', en: '✓ May commit' },
  not_met: { zh: '✗ 暂不能承诺', en: '✗ May not commit' },
  unknown: { zh: '? 还不能判定', en: '? Cannot be told yet' },
} as const

const marks = { met: '✓', not_met: '✗', unknown: '?' } as const

/** Whether the enterprise may commit, rule by rule, before it signs. */
export function MayCommit({ verdict }: { readonly verdict: CommitVerdict }) {
  const say = useText()
  return (
    <details className="small" open={verdict.outcome !== 'met'}>
      <summary>{say(outcomeLabels[verdict.outcome])}</summary>
      <ul>
        {verdict.reasons.map((reason) => (
          <li key={reason.sentence.en}>
            {marks[reason.outcome]} {say(reason.sentence)}
            {reason.missing.length > 0 &&
              say({ zh: `（缺：${reason.missing.join('、')}）`, en: ` (missing: ${reason.missing.join(', ')})` })}{' '}
            <span className="soft">{reason.source}</span>{' '}
            <span className={`mark mark-${reason.confidence}`}>{reason.confidence}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
