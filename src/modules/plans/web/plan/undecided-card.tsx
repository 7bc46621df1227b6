import { Link } from '@tanstack/react-router'
import { useText } from '../../../../web/text.tsx'
import { writeAddress } from '../address.ts'
import type { OpeningProps } from './parts.ts'
import { topicOf } from './topic-of.ts'

/** Matters that cannot be decided yet, by the question that is missing; each leads back to the guide. */
export function UndecidedCard({ state, plan, names, onOpen }: OpeningProps) {
  const say = useText()
  if (plan.undecided.length === 0) return null
  const facts = [...new Set(plan.undecided.flatMap((undecided) => undecided.missing))]
  const search = writeAddress(state.address)
  return (
    <section className="card" aria-labelledby="undecided">
      <h2 id="undecided">
        {say({
          zh: `还不能判断：${plan.undecided.length} 个事项，缺 ${facts.length} 个回答`,
          en: `Undecided: ${plan.undecided.length} matters, ${facts.length} answers missing`,
        })}
      </h2>
      <ul className="rows">
        {facts.map((fact) => (
          <li key={fact}>
            <Link to="/guide" search={{ ...search, ...topicOf(fact) }}>
              {say(names.fact(fact))}
            </Link>
            <p className="small soft">
              {say({ zh: '决定：', en: 'decides: ' })}
              {plan.undecided
                .filter((undecided) => undecided.missing.includes(fact))
                .map(({ code }, i) => (
                  <span key={code}>
                    {i > 0 && say({ zh: '、', en: ', ' })}
                    <button type="button" className="link" onClick={() => onOpen(code)}>
                      {say(names.matter(code))}
                    </button>
                  </span>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
