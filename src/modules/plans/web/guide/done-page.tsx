import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useText } from '../../../../web/text.tsx'
import { writeAddress } from '../address.ts'
import { factLabel } from './fact-label.ts'
import { nextTopic } from './progress.ts'
import { topics } from './questions.ts'
import type { GuideState } from './use-guide.ts'

/** The end: nothing more to ask, or a list of what stayed open; and the way to the plan. */
export function DonePage({ state }: { readonly state: GuideState }) {
  const say = useText()
  const { address, guide, declarations } = state
  const open = guide.data?.open ?? []
  const next = nextTopic(topics, open, address.facts)
  return (
    <section className="card" aria-labelledby="done-title">
      <h2 id="done-title">
        {open.length === 0
          ? say({ zh: '都答完了，方案已经算好', en: 'All answered: the plan is ready' })
          : say({ zh: '方案已经算好，还有几处待定', en: 'The plan is ready, with a few points open' })}
      </h2>
      <p>
        <Link to="/plan" search={writeAddress(address)} className="big-button">
          {say({ zh: '看完整方案，可以打印', en: 'See the full plan, ready to print' })}
        </Link>
      </p>
      {next !== undefined && (
        <p>
          <Button onClick={() => state.open(next.code)}>
            {say({ zh: '继续回答问题', en: 'Go on with the questions' })}
          </Button>
        </p>
      )}
      {open.length > 0 && (
        <>
          <h3>{say({ zh: '这些问题还不清楚，点开可以补答：', en: 'Still not known; open one to answer it:' })}</h3>
          <ul>
            {open.map(({ fact }) => (
              <li key={fact}>
                <button
                  type="button"
                  className="as-link"
                  onClick={() => state.open(topics.find((topic) => topic.facts.includes(fact))?.code ?? '')}
                >
                  {say(factLabel(fact, declarations))}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
