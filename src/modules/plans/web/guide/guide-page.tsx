import { Failure } from '../../../../web/kit/failure.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { DonePage } from './done-page.tsx'
import { GuideTop } from './guide-top.tsx'
import { topics } from './questions.ts'
import { ResultPanel } from './result-panel.tsx'
import { TopicList } from './topic-list.tsx'
import { TopicPage } from './topic-page.tsx'
import { type GuideState, useGuide, zonePage } from './use-guide.ts'
import { ZonePage } from './zone-page.tsx'
import './fields.css'
import './guide.css'
import './result.css'

const title = { zh: '投资指南', en: "Investor's guide" }

/** Zone, then the fewest questions, with the running result beside them. Needs no account and stores nothing. */
export function GuidePage() {
  const say = useText()
  const state = useGuide()
  useTitle(title)
  const error = state.guide.error ?? state.catalogue.error
  return (
    <div className="page guide">
      <h1>{say(title)}</h1>
      <Ignored parts={state.ignored} />
      <GuideTop state={state} />
      {error !== null && <Failure error={error} onRetry={() => retry(state)} />}
      <div className="guide-columns">
        <TopicList state={state} />
        <div className="guide-main">
          <CurrentPage state={state} />
        </div>
        <ResultPanel state={state} />
      </div>
    </div>
  )
}

function CurrentPage({ state }: { readonly state: GuideState }) {
  const say = useText()
  const { page, guide } = state
  if (page === zonePage) return <ZonePage state={state} />
  if (guide.data === undefined) {
    return guide.error === null ? <p role="status">{say({ zh: '正在打开……', en: 'Opening…' })}</p> : null
  }
  const topic = topics.find((candidate) => candidate.code === page)
  return topic === undefined ? <DonePage state={state} /> : <TopicPage key={topic.code} topic={topic} state={state} />
}

function Ignored({ parts }: { readonly parts: readonly string[] }) {
  const say = useText()
  if (parts.length === 0) return null
  const list = [...new Set(parts)].join(', ')
  return (
    <p role="status" className="notice notice-warning">
      {say({
        zh: `网址里有看不懂的内容，已忽略：${list}`,
        en: `Parts of the address could not be used and were ignored: ${list}`,
      })}
    </p>
  )
}

function retry(state: GuideState): void {
  void state.catalogue.refetch()
  void state.guide.refetch()
}
