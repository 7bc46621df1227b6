import { useRef, useState } from 'react'
import { useWidth } from '../../../../web/kit/gantt/use-width.ts'
import { useText } from '../../../../web/text.tsx'
import { laneLabels } from '../../contract/lane.ts'
import type { ChainView, LinkView } from '../../contract/views.ts'
import { type Box, byLane, layoutOf } from './graph-layout.ts'
import { NodeCard } from './node-card.tsx'

interface ChainGraphProps {
  readonly chain: ChainView
  readonly chosen: string | undefined
  readonly onOpen: (node: string) => void
}

/** The chain as a picture: nodes are buttons in the order of their lanes, links are drawn behind them and told in the table. */
export function ChainGraph({ chain, chosen, onOpen }: ChainGraphProps) {
  const say = useText()
  const frame = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState<string>()
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 15
  const width = Math.max(40, useWidth(frame) / rem)
  const links = chain.links.filter(({ inside }) => inside)
  const layout = layoutOf(
    chain.nodes,
    links.map(({ id, from, to }) => ({ id, from: from.id, to: to.id })),
    width,
  )
  const lit = near ?? chosen
  const beside = (link: LinkView) => lit !== undefined && (link.from.id === lit || link.to.id === lit)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset asks for input, and this is a picture
    <div
      ref={frame}
      className="chain-graph"
      role="group"
      aria-label={say({ zh: `${chain.name}的环节`, en: `Nodes of ${chain.name}` })}
      style={{ blockSize: `${layout.height}rem` }}
    >
      <svg viewBox={`0 0 ${width} ${layout.height}`} style={{ inlineSize: `${width}rem` }} aria-hidden="true">
        <defs>
          <marker id="chain-arrow" viewBox="0 0 6 6" refX="6" refY="3" markerWidth="6" markerHeight="6" orient="auto">
            <path d="M0 0 6 3 0 6Z" />
          </marker>
        </defs>
        {links.map((link) => (
          <path key={link.id} d={layout.paths.get(link.id)} className={classOf(link, lit, beside(link))} />
        ))}
      </svg>
      {layout.heads.map(({ lane, box }) => (
        <h3 key={lane} style={placed(box)}>
          {say(laneLabels[lane])}
        </h3>
      ))}
      {byLane(chain.nodes).flatMap(([, nodes]) =>
        nodes.map((node) => (
          <button
            key={node.id}
            type="button"
            className={`chain-node chain-node-${node.strength.strength}`}
            aria-pressed={node.id === chosen}
            style={placed(layout.boxes.get(node.id))}
            onClick={() => onOpen(node.id)}
            onMouseEnter={() => setNear(node.id)}
            onMouseLeave={() => setNear(undefined)}
            onFocus={() => setNear(node.id)}
            onBlur={() => setNear(undefined)}
          >
            <NodeCard node={node} />
          </button>
        )),
      )}
    </div>
  )
}

function classOf({ singleSupplier, unserved }: LinkView, lit: string | undefined, beside: boolean): string {
  const risk = unserved ? 'chain-link-unserved' : singleSupplier ? 'chain-link-single' : ''
  return `chain-link ${risk} ${beside ? 'chain-link-lit' : lit === undefined ? '' : 'chain-link-dim'}`
}

function placed(box: Box | undefined) {
  if (!box) return {}
  const { x, y, width, height } = box
  return {
    insetInlineStart: `${x}rem`,
    insetBlockStart: `${y}rem`,
    inlineSize: `${width}rem`,
    blockSize: `${height}rem`,
  }
}
