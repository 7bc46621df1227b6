import { Checkbox } from 'antd'
import { useText } from '../../../../web/text.tsx'
import type { LayerView } from '../../contract.ts'
import { Swatch } from './swatch.tsx'
import type { Lying } from './use-layers.ts'

interface LayerPanelProps {
  readonly layers: readonly LayerView[]
  readonly shown: readonly LayerView[]
  readonly features: readonly Lying[]
  readonly onShow: (layers: readonly LayerView[]) => void
}

/** The layers that the reader may see, each with its legend: look, words and how many. */
export function LayerPanel({ layers, shown, features, onShow }: LayerPanelProps) {
  const say = useText()
  return (
    <fieldset className="map-layers">
      <legend>{say({ zh: '图层', en: 'Layers' })}</legend>
      {layers.map((layer) => {
        const on = shown.includes(layer)
        const mine = features.filter((one) => one.layer.key === layer.key)
        return (
          <div key={layer.key}>
            <Checkbox
              checked={on}
              onChange={() => onShow(layers.filter((one) => (one === layer ? !on : shown.includes(one))))}
            >
              {say(layer.label)}
            </Checkbox>
            {on && (
              <ul className="map-legend">
                {layer.states.map((state) => {
                  const count = mine.filter((one) => one.state === state.name).length
                  if (count === 0) return null
                  return (
                    <li key={state.name}>
                      <Swatch state={state} /> {say(state.label)} <span className="soft number">{count}</span>
                    </li>
                  )
                })}
              </ul>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
