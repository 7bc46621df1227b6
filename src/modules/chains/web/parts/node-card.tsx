import { formatYuan } from '../../../../web/kit/format.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { strengthLabels } from '../../contract/strength.ts'
import type { NodeView, PlacedOne } from '../../contract/views.ts'
import { StrengthMark } from './strength-mark.tsx'

/** A node in three lines: name, strength with the number of enterprises, output. */
export function NodeCard({ node }: { readonly node: NodeView }) {
  const say = useText()
  const language = useLanguage()
  const { strength, atMost, enterprises, outputYuan, outputUnknown } = node.strength
  const coming = (kind: PlacedOne['kind']) => node.placed.filter((one) => one.kind === kind && !one.counts).length
  const output = Number(outputYuan) > 0 ? formatYuan(outputYuan, language) : null
  return (
    <>
      <strong className="chain-node-name">{node.name}</strong>
      <span>
        <StrengthMark strength={strength} />
        <span className="small">
          {enterprises > 0 && say({ zh: ` ${enterprises} 家`, en: ` · ${enterprises}` })}
          {coming('enterprise') > 0 &&
            say({ zh: ` +${coming('enterprise')} 家在途`, en: ` +${coming('enterprise')} coming` })}
          {coming('project') > 0 && say({ zh: ` ${coming('project')} 项目`, en: ` · projects ${coming('project')}` })}
          {coming('lead') > 0 && say({ zh: ` ${coming('lead')} 线索`, en: ` · leads ${coming('lead')}` })}
          {node.singleSupplier && (
            <>
              {' '}
              <span aria-hidden="true">⚠</span>
              <span className="visually-hidden">{say({ zh: '只有一家', en: 'a single one' })}</span>
            </>
          )}
        </span>
      </span>
      <span className="small soft">
        {output !== null && say({ zh: `年产值 ${output}`, en: `Output ${output}` })}
        {outputUnknown > 0 && output !== null && say({ zh: ' 以上', en: ' or more' })}
        {atMost !== strength &&
          say({
            zh: `，产值报齐后或为${strengthLabels[atMost].zh}`,
            en: `; may be ${strengthLabels[atMost].en.toLowerCase()} once all outputs are known`,
          })}
        {output === null && enterprises > 0 && atMost === strength && say({ zh: '产值未报', en: 'Output not known' })}
      </span>
    </>
  )
}
