import { Button } from 'antd'
import { useText } from '../../../../web/text.tsx'
import { ZoneChoice } from '../../../zones/web/panels.tsx'
import { nextTopic } from './progress.ts'
import { topics } from './questions.ts'
import { donePage, type GuideState } from './use-guide.ts'

/** First page: where. One click on a zone goes on to the questions. */
export function ZonePage({ state }: { readonly state: GuideState }) {
  const say = useText()
  const { address, guide, open } = state
  /** Undefined while the first result is under way: the guide then opens what matters most as soon as it is known. */
  const first = guide.data && (nextTopic(topics, guide.data.open, address.facts)?.code ?? donePage)
  return (
    <section className="card" aria-labelledby="zone-title">
      <h2 id="zone-title">{say({ zh: '项目放在哪个开发区？', en: 'Which zone is the project for?' })}</h2>
      <ZoneChoice chosen={address.zone} onChoose={(zone) => open(first, { zone })} />
      <p>
        <Button onClick={() => open(first ?? topics[0]?.code ?? donePage)}>
          {say({ zh: '还没定，先看看', en: 'Not decided: go on' })}
        </Button>
      </p>
    </section>
  )
}
