import { formatYuan } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { SideSheet } from '../../../../web/kit/side-sheet.tsx'
import { usePhone } from '../../../../web/kit/use-phone.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { laneLabels } from '../../contract/lane.ts'
import { isGap, strengthLabels } from '../../contract/strength.ts'
import type { ChainView, NodeView } from '../../contract/views.ts'
import { Candidates } from './candidates.tsx'
import { PlaceForm } from './place-form.tsx'
import { PlacedList } from './placed-list.tsx'
import { StrengthMark } from './strength-mark.tsx'

interface NodeSheetProps {
  readonly chain: ChainView
  readonly node: NodeView
  readonly onClose: () => void
}

/** A node beside the chain: why it is so strong, who stands on it, what comes and goes, and who could fill it. */
export function NodeSheet({ chain, node, onClose }: NodeSheetProps) {
  const say = useText()
  const { may } = useMember()
  const phone = usePhone()
  const into = chain.links.filter(({ to }) => to.id === node.id)
  const out = chain.links.filter(({ from }) => from.id === node.id)
  return (
    <SideSheet title={node.name} closeLabel={say({ zh: '关闭', en: 'Close' })} modal={phone} wide onClose={onClose}>
      <p className="chain-line">
        <span>{say(laneLabels[node.lane])}</span>
        {node.industryCode !== null && <span className="number">{node.industryCode}</span>}
        {node.products !== null && <span>{node.products}</span>}
      </p>
      <WhySoStrong node={node} />
      <section>
        <h3>
          {say({ zh: '谁在这个环节', en: 'Who stands here' })} <span className="soft number">{node.placed.length}</span>
        </h3>
        <PlacedList placed={node.placed} />
        {may('chains.place') && <PlaceForm node={node.id} />}
      </section>
      {into.length + out.length > 0 && (
        <section>
          <h3>{say({ zh: '上下游', en: 'What comes and goes' })}</h3>
          <ul>
            {into.map(({ id, product, from, unserved }) => (
              <li key={id}>
                {say({ zh: `从“${from.name}”来：${product}`, en: `From "${from.name}": ${product}` })}
                {unserved && say({ zh: '（区内无人供应）', en: ' (nobody in the zone delivers)' })}
              </li>
            ))}
            {out.map(({ id, product, to }) => (
              <li key={id}>{say({ zh: `供给“${to.name}”：${product}`, en: `To "${to.name}": ${product}` })}</li>
            ))}
          </ul>
        </section>
      )}
      {isGap(node.strength.strength) && <Candidates node={node} />}
    </SideSheet>
  )
}

/** The derivation in sentences, with the rule behind it. */
function WhySoStrong({ node }: { readonly node: NodeView }) {
  const say = useText()
  const language = useLanguage()
  const { strength, atMost, enterprises, outputYuan, outputUnknown, targetOutputYuan, next, rule } = node.strength
  const yuan = (value: string) => formatYuan(value, language)
  return (
    <section>
      <h3>
        <StrengthMark strength={strength} />
      </h3>
      <p>
        {say({ zh: `在产企业 ${enterprises} 家`, en: `${enterprises} enterprises at work` })}
        {say({ zh: `，已知年产值 ${yuan(outputYuan)}`, en: `, known yearly output ${yuan(outputYuan)}` })}
        {outputUnknown > 0 && say({ zh: `（${outputUnknown} 家未报）`, en: ` (${outputUnknown} not known)` })}
        {targetOutputYuan !== null &&
          say({ zh: `，目标 ${yuan(targetOutputYuan)}`, en: `, wanted ${yuan(targetOutputYuan)}` })}
        {say({ zh: '。', en: '.' })}
      </p>
      {atMost !== strength && (
        <p>
          {say({
            zh: `未报的产值补齐后，可能是“${strengthLabels[atMost].zh}”。`,
            en: `Once the missing outputs are known it may be "${strengthLabels[atMost].en.toLowerCase()}".`,
          })}
        </p>
      )}
      {next !== null && (
        <p>
          {say({
            zh: `到“${strengthLabels[next.strength].zh}”还差：`,
            en: `To be "${strengthLabels[next.strength].en.toLowerCase()}" it wants: `,
          })}
          {[
            ...(next.enterprisesShort > 0
              ? [
                  say({
                    zh: `${next.enterprisesShort} 家在产企业`,
                    en: `${next.enterprisesShort} more enterprises at work`,
                  }),
                ]
              : []),
            ...(Number(next.outputShortYuan) > 0
              ? [say({ zh: `年产值 ${yuan(next.outputShortYuan)}`, en: `output of ${yuan(next.outputShortYuan)}` })]
              : []),
          ].join(say({ zh: '，', en: ', ' }))}
          {say({ zh: '。', en: '.' })}
        </p>
      )}
      {node.singleSupplier && (
        <p className="notice notice-warning">
          {say({
            zh: '只有一家在产企业：它一停，下游就断供。可在候选里找第二家。',
            en: 'A single enterprise is at work: what is downstream stops with it. Look for a second one among the candidates.',
          })}
        </p>
      )}
      {rule !== null && (
        <p className="small soft">
          {say({ zh: '依据：', en: 'Rule: ' })}
          {rule.source} <span className={`mark mark-${rule.confidence}`}>{rule.confidence}</span>
        </p>
      )}
    </section>
  )
}
