import { named, useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../contract/mixed-text.ts'
import { MatterLinks } from './matter-links.tsx'
import type { MatterDetail } from './matter-page.tsx'

/** What one holds afterwards and which matters need it; what standard land and commitments change. */
export function OutcomesCard({ detail }: { readonly detail: MatterDetail }) {
  const say = useText()
  const { outputs, standardLand, commitmentSystem } = detail.matter
  return (
    <section className="card">
      <h2>{say({ zh: '办完得到什么', en: 'What you get' })}</h2>
      {outputs.length === 0 && <p>{say({ zh: '没有单独的结果文书。', en: 'No document of its own.' })}</p>}
      <ul className="plain-list">
        {outputs.map((output) => (
          <li key={output.code}>
            <strong>{say(named(output))}</strong>
            <MatterLinks
              lead={{ zh: '后面哪些事项要用：', en: 'Needed by: ' }}
              matters={detail.consumers.find((consumer) => consumer.output === output.code)?.matters ?? []}
            />
          </li>
        ))}
      </ul>
      {(standardLand.mode === 'gov-prior' || standardLand.mode === 'regional') && (
        <p className="notice">
          {say({
            zh: '标准地项目：这一项由开发区在供地前统一办好，企业不用办。',
            en: 'On standard land the zone does this before the land is offered: the enterprise has nothing to do.',
          })}
        </p>
      )}
      {commitmentSystem?.eligible === true && (
        <p className="notice">
          {say({ zh: '可以实行告知承诺。', en: 'A commitment may be accepted.' })}{' '}
          {commitmentSystem.scope !== undefined && say(labelOfMixed(commitmentSystem.scope))}
        </p>
      )}
    </section>
  )
}
