import { useText } from '../../../../web/text.tsx'
import type { ScorePart } from '../../contract/candidates.ts'

interface ScorePartsProps {
  readonly match: { readonly score: number; readonly atMost: number; readonly parts: readonly ScorePart[] }
}

/** A score with every part that made it; what is not known is said to be so. */
export function ScoreParts({ match: { score, atMost, parts } }: ScorePartsProps) {
  const say = useText()
  return (
    <>
      <p className="chain-score">
        <strong className="number">{score}</strong> {say({ zh: '分', en: 'points' })}
        {atMost > score && (
          <span className="soft">
            {say({ zh: `（补齐信息后至多 ${atMost}）`, en: ` (at most ${atMost} once all is known)` })}
          </span>
        )}
      </p>
      <ul className="chain-reasons small">
        {parts.map(({ key, degree, reason }) => (
          <li key={key}>
            <span aria-hidden="true">{degree === null ? '？' : degree >= 0.5 ? '＋' : degree > 0 ? '±' : '－'}</span>{' '}
            {say(reason)}
          </li>
        ))}
      </ul>
    </>
  )
}
