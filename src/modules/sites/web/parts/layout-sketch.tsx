import { useRef } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { SiteCard } from '../../contract/card.ts'
import type { Block } from '../../contract/layout.ts'
import { cornersOf } from '../../domain/plane.ts'
import { Sketch } from './sketch.tsx'

interface Props {
  readonly rings: SiteCard['rings']
  readonly name: string
  readonly blocks: readonly Block[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly onMove: (index: number, part: Partial<Block>) => void
}

const near = (value: number) => Number(value.toFixed(1))

/** The parcel with its blocks: dragged by pointer, moved by arrow keys, turned by R. */
export function LayoutSketch({ rings, name, blocks, chosen, onChoose, onMove }: Props) {
  const say = useText()
  const held = useRef<{ readonly index: number; readonly dx: number; readonly dy: number } | null>(null)
  if (rings.length === 0)
    return (
      <p className="notice">
        {say({
          zh: '这块地还没有绘制图形，指标照样能算；画上图形后可以在图上拖动。',
          en: 'This parcel is not drawn yet. The figures stand; once it is drawn, blocks can be dragged upon it.',
        })}
      </p>
    )
  return (
    <div>
      <Sketch rings={rings} name={name}>
        {blocks.map((block, index) => (
          // biome-ignore lint/a11y/useSemanticElements: there is no button within a drawing
          <polygon
            // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the list
            key={index}
            role="button"
            tabIndex={0}
            aria-pressed={index === chosen}
            aria-label={say({
              zh: `${block.name}，位置 ${block.x},${block.y}，方向键移动，R 旋转`,
              en: `${block.name} at ${block.x},${block.y}: arrow keys move it, R turns it`,
            })}
            className={`sites-block sites-block-${block.use}${index === chosen ? ' sites-block-on' : ''}`}
            points={cornersOf(block)
              .map(([x, y]) => `${x},${y}`)
              .join(' ')}
            vectorEffect="non-scaling-stroke"
            onFocus={() => onChoose(index)}
            onPointerDown={(event) => {
              const at = metresAt(event)
              if (!at) return
              event.currentTarget.setPointerCapture(event.pointerId)
              held.current = { index, dx: block.x - at.x, dy: block.y - at.y }
              onChoose(index)
            }}
            onPointerMove={(event) => {
              const at = metresAt(event)
              if (at && held.current?.index === index)
                onMove(index, { x: near(at.x + held.current.dx), y: near(at.y + held.current.dy) })
            }}
            onPointerUp={() => {
              held.current = null
            }}
            onKeyDown={(event) => {
              const step = event.shiftKey ? 10 : 1
              const moves: Readonly<Record<string, Partial<Block>>> = {
                ArrowLeft: { x: near(block.x - step) },
                ArrowRight: { x: near(block.x + step) },
                ArrowUp: { y: near(block.y + step) },
                ArrowDown: { y: near(block.y - step) },
                r: { turn: (block.turn + 15) % 180 },
                R: { turn: (block.turn + 15) % 180 },
              }
              const move = moves[event.key]
              if (!move || event.ctrlKey || event.metaKey || event.altKey) return
              event.preventDefault()
              onMove(index, move)
            }}
          />
        ))}
      </Sketch>
      <p className="small soft">
        {say({
          zh: '拖动厂房，或选中后用方向键移动（Shift 一次 10 米）、R 旋转 15°；下面的表可以直接填数。',
          en: 'Drag a block, or move it by arrow keys (Shift: 10 m), turn it by R; the table below takes numbers.',
        })}
      </p>
    </div>
  )
}

/** Where the pointer is in the metres of the drawing. */
function metresAt(event: React.PointerEvent<SVGPolygonElement>) {
  const matrix = event.currentTarget.getScreenCTM()
  return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : null
}
