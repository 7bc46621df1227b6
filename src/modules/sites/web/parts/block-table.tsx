import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import { type Block, type BlockUse, blockUseLabels } from '../../contract/layout.ts'

interface Props {
  readonly blocks: readonly Block[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
  readonly onChange: (index: number, part: Partial<Block>) => void
  readonly onRemove: (index: number) => void
}

type NumberField = 'width' | 'depth' | 'storeys' | 'storeyHeight' | 'x' | 'y' | 'turn'
const numbers = {
  width: { zh: '宽（米）', en: 'Width (m)', min: 0.1, max: 2000 },
  depth: { zh: '深（米）', en: 'Depth (m)', min: 0.1, max: 2000 },
  storeys: { zh: '层数', en: 'Storeys', min: 0, max: 60 },
  storeyHeight: { zh: '层高（米）', en: 'Storey height (m)', min: 0, max: 100 },
  x: { zh: '东（米）', en: 'East (m)', min: -5000, max: 5000 },
  y: { zh: '北（米）', en: 'North (m)', min: -5000, max: 5000 },
  turn: { zh: '转角（°）', en: 'Turn (°)', min: -180, max: 180 },
} as const satisfies Record<NumberField, unknown>

/** The layout as fields: everything that the drawing does, by typing. */
export function BlockTable({ blocks, chosen, onChoose, onChange, onRemove }: Props) {
  const say = useText()
  return (
    <section aria-label={say({ zh: '厂房明细', en: 'Blocks' })}>
      {blocks.length === 0 && (
        <p className="soft">{say({ zh: '还没有厂房。先加一栋。', en: 'No blocks yet: add one.' })}</p>
      )}
      {blocks.map((block, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the list
          key={index}
          className={`sites-row${index === chosen ? ' sites-row-on' : ''}`}
          onFocus={() => onChoose(index)}
        >
          <legend>{block.name}</legend>
          <label className="sites-cell">
            {say({ zh: '名称', en: 'Name' })}
            <input
              className="text-input"
              maxLength={30}
              value={block.name}
              onChange={({ target }) => onChange(index, { name: target.value.replace(/\s/g, '') || '厂房' })}
            />
          </label>
          <label className="sites-cell">
            {say({ zh: '用途', en: 'Use' })}
            <select
              className="text-input"
              value={block.use}
              onChange={({ target }) => {
                const use = target.value as BlockUse
                onChange(index, { use, ...(use === 'yard' && { storeys: 0 }) })
              }}
            >
              {(Object.keys(blockUseLabels) as BlockUse[]).map((use) => (
                <option key={use} value={use}>
                  {say(blockUseLabels[use])}
                </option>
              ))}
            </select>
          </label>
          {(Object.keys(numbers) as NumberField[]).map((field) => (
            <NumberCell
              key={`${field} ${block[field]}`}
              field={field}
              value={block[field]}
              onChange={(value) => onChange(index, { [field]: value })}
            />
          ))}
          <Button onClick={() => onRemove(index)}>
            {say({ zh: '去掉', en: 'Remove' })}
            <span className="visually-hidden">：{block.name}</span>
          </Button>
        </fieldset>
      ))}
    </section>
  )
}

interface CellProps {
  readonly field: NumberField
  readonly value: number
  readonly onChange: (value: number) => void
}

/** Taken over when the field is left or Enter is pressed; what is out of bounds stays and is marked. */
function NumberCell({ field, value, onChange }: CellProps) {
  const say = useText()
  const [text, setText] = useState(String(value))
  const { min, max, ...label } = numbers[field]
  const number = Number(text)
  const good = text.trim() !== '' && number >= min && number <= max && (field !== 'storeys' || Number.isInteger(number))
  const done = () => {
    if (good && number !== value) onChange(Number(number.toFixed(field === 'turn' ? 1 : 2)))
  }
  return (
    <label className="sites-cell sites-cell-number">
      {say(label)}
      <input
        className="text-input"
        inputMode="decimal"
        value={text}
        aria-invalid={!good}
        onChange={({ target }) => setText(target.value)}
        onBlur={done}
        onKeyDown={({ key }) => {
          if (key === 'Enter') done()
        }}
      />
    </label>
  )
}
