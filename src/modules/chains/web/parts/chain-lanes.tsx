import { useText } from '../../../../web/text.tsx'
import { laneLabels } from '../../contract/lane.ts'
import type { ChainView } from '../../contract/views.ts'
import { byLane } from './graph-layout.ts'
import { NodeCard } from './node-card.tsx'

/** The chain on a phone: lane by lane, each node with what it delivers to whom. */
export function ChainLanes({ chain, onOpen }: { readonly chain: ChainView; readonly onOpen: (node: string) => void }) {
  const say = useText()
  return byLane(chain.nodes).map(([lane, nodes]) => (
    <section key={lane} className="chain-lane">
      <h2>{say(laneLabels[lane])}</h2>
      <ul className="plain-list">
        {nodes.map((node) => {
          const out = chain.links.filter(({ from }) => from.id === node.id)
          return (
            <li key={node.id}>
              <button
                type="button"
                className={`chain-node chain-node-${node.strength.strength}`}
                onClick={() => onOpen(node.id)}
              >
                <NodeCard node={node} />
                {out.length > 0 && (
                  <span className="small">
                    {say({ zh: '供给：', en: 'Delivers: ' })}
                    {out.map(({ product, to }) => `${product} → ${to.name}`).join('；')}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  ))
}
