import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import { Swatch } from './swatch.tsx'
import type { Lying } from './use-layers.ts'

interface FeatureListProps {
  readonly features: readonly Lying[]
  readonly chosen: string | null
  readonly words: string
  readonly inView: boolean
  readonly onWords: (words: string) => void
  readonly onInView: (inView: boolean) => void
  readonly onChoose: (key: string) => void
}

const atFirst = 100

/** The twin of the map: exactly the shapes that it shows, by name and state. What is chosen here is chosen there. */
export function FeatureList({ features, chosen, words, inView, onWords, onInView, onChoose }: FeatureListProps) {
  const say = useText()
  const id = useId()
  const [most, setMost] = useState(atFirst)
  return (
    <section className="map-list" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{say({ zh: `清单 ${features.length} 项`, en: `List: ${features.length}` })}</h2>
      <label className="visually-hidden" htmlFor={`${id}-words`}>
        {say({ zh: '按名称或状态筛选', en: 'Filter by name or state' })}
      </label>
      <Input
        id={`${id}-words`}
        value={words}
        placeholder={say({ zh: '按名称或状态筛选', en: 'Filter by name or state' })}
        onChange={(event) => onWords(event.target.value)}
      />
      <Checkbox checked={inView} onChange={(event) => onInView(event.target.checked)}>
        {say({ zh: '只列图上看得到的', en: 'Only what the map shows now' })}
      </Checkbox>
      {features.length === 0 && (
        <p role="status">
          {say({
            zh: '没有符合的要素。请清空筛选、多选几个图层，或换一天。',
            en: 'Nothing matches. Clear the filter, show more layers or choose another day.',
          })}
        </p>
      )}
      <ul className="map-rows">
        {features.slice(0, most).map((one) => (
          <li key={one.key}>
            <Row one={one} chosen={one.key === chosen} onChoose={() => onChoose(one.key)} />
          </li>
        ))}
      </ul>
      {features.length > most && (
        <Button onClick={() => setMost(most + 500)}>
          {say({
            zh: `再列 ${Math.min(500, features.length - most)} 项`,
            en: `List ${Math.min(500, features.length - most)} more`,
          })}
        </Button>
      )}
    </section>
  )
}

function Row({
  one,
  chosen,
  onChoose,
}: {
  readonly one: Lying
  readonly chosen: boolean
  readonly onChoose: () => void
}) {
  const say = useText()
  const state = one.layer.states.find(({ name }) => name === one.state)
  return (
    <button type="button" aria-pressed={chosen} onClick={onChoose}>
      <strong>{one.name}</strong>
      <span>
        {state && <Swatch state={state} />} {state ? say(state.label) : one.state}
      </span>
      <span className="soft small">{say(one.layer.label)}</span>
    </button>
  )
}
