import { useText } from '../../../../web/text.tsx'
import { stateOf, type TopicState } from './progress.ts'
import { topics } from './questions.ts'
import { donePage, type GuideState } from './use-guide.ts'

const stateTexts: Record<TopicState, { readonly sign: string; readonly zh: string; readonly en: string }> = {
  open: { sign: '○', zh: '未答', en: 'to do' },
  partly: { sign: '◐', zh: '部分', en: 'partly' },
  unsure: { sign: '?', zh: '有不清楚', en: 'not sure' },
  answered: { sign: '✓', zh: '已答', en: 'done' },
  needless: { sign: '–', zh: '不用答', en: 'not needed' },
}

/** The nine topics with their state; any of them opens, in any order. */
export function TopicList({ state }: { readonly state: GuideState }) {
  const say = useText()
  const { guide, address, page } = state
  const open = guide.data?.open
  const rows = topics.map((topic) => ({
    topic,
    status: open === undefined ? ('open' as const) : stateOf(topic, open, address.facts),
  }))
  const finished = rows.filter((row) => row.status !== 'open' && row.status !== 'partly').length
  return (
    <nav className="topics" aria-label={say({ zh: '问题清单', en: 'Topics' })}>
      <details open={!matchMedia('(max-width: 64rem)').matches}>
        <summary>
          {say({
            zh: `问题清单：已看完 ${finished}/${topics.length}`,
            en: `Topics: ${finished} of ${topics.length} gone through`,
          })}
        </summary>
        <ol>
          {rows.map(({ topic, status }) => (
            <li key={topic.code}>
              <button
                type="button"
                aria-current={topic.code === page ? 'step' : undefined}
                onClick={() => state.open(topic.code)}
              >
                <span aria-hidden="true">{stateTexts[status].sign}</span>
                <span className="topic-name">{say(topic.title)}</span>
                <span className="soft small">{say(stateTexts[status])}</span>
              </button>
            </li>
          ))}
        </ol>
        <button type="button" className="to-result" onClick={() => state.open(donePage)}>
          {say({ zh: '直接看结果', en: 'Go to the result' })}
        </button>
      </details>
    </nav>
  )
}
