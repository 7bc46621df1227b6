import { useText } from '../../../../web/text.tsx'
import { creditGradeLabels } from '../../contract/causes.ts'
import type { Credit } from '../../contract.ts'

/** The grade of the day, what it allows, and by which rule. */
export function StandingCard({ credit }: { readonly credit: Credit }) {
  const say = useText()
  const { enterprise, standing, day, basePoints } = credit
  const effects = [
    standing.mayCommit
      ? {
          zh: `可以用告知承诺，未了结的最多 ${standing.maxOpenCommitments} 份`,
          en: `May commit; at most ${standing.maxOpenCommitments} commitments open`,
        }
      : { zh: '修复前不能用告知承诺', en: 'May not commit until repaired' },
    standing.toleranceAllowed
      ? { zh: '可以容缺受理', en: 'Tolerance (owed papers) allowed' }
      : { zh: '修复前不能容缺受理', en: 'No tolerance until repaired' },
    {
      zh: `承诺事后抽查比例 ${standing.samplePercent}%`,
      en: `Sample rate of checks afterwards: ${standing.samplePercent}%`,
    },
  ]
  return (
    <section className="card credit-standing" aria-label={enterprise.name}>
      <h2>{enterprise.name}</h2>
      <p className={`credit-grade credit-grade-${standing.grade}`}>
        <strong>{say(creditGradeLabels[standing.grade])}</strong>{' '}
        <span className="number">
          {say({
            zh: `${standing.points} 分（基准 ${basePoints}）`,
            en: `${standing.points} points (base ${basePoints})`,
          })}
        </span>
      </p>
      <ul>
        {effects.map((effect) => (
          <li key={effect.en}>{say(effect)}</li>
        ))}
      </ul>
      <p className="small soft">
        {say({
          zh: `截至 ${day}，按记录当场计算，不另存。依据：`,
          en: `As of ${day}, derived from the entries. Rule: `,
        })}
        {standing.source} <span className={`mark mark-${standing.confidence}`}>{standing.confidence}</span>
      </p>
    </section>
  )
}
