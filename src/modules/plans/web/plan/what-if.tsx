import { Button, Switch } from 'antd'
import { useText } from '../../../../web/text.tsx'
import { type SwitchName, switchLabels, switchNames } from '../../../zones/contract/switches.ts'
import type { Changes } from '../../contract/request.ts'
import { Fold } from './fold.tsx'
import type { PartProps } from './parts.ts'
import { slipped } from './request.ts'

/** The seven switches, what was slipped or relaxed, and the way back. */
export function WhatIf({ state, plan, names }: PartProps) {
  const say = useText()
  const { switches } = plan
  const toggle = (name: SwitchName) => {
    const on = !switches[name]
    const label = switchLabels[name]
    state.change(
      { switches: { ...switches, [name]: on } },
      { zh: `${on ? '打开' : '关闭'}“${label.zh}”`, en: `${label.en} ${on ? 'on' : 'off'}` },
    )
  }
  const reforms = state.settings?.reforms
  return (
    <Fold id="what-if" title={say({ zh: '如果……', en: 'What if…' })}>
      <ul className="switches">
        {switchNames.map((name) => (
          <li key={name}>
            <Switch
              id={`switch-${name}`}
              checked={switches[name]}
              onChange={() => toggle(name)}
              aria-label={say(switchLabels[name])}
            />
            <label htmlFor={`switch-${name}`}>{say(switchLabels[name])}</label>
          </li>
        ))}
      </ul>
      <ChangeList state={state} names={names} plan={plan} />
      <p className="what-if-actions">
        {reforms && (
          <Button
            onClick={() => state.change({ switches: reforms }, { zh: '按本区现行改革', en: "The zone's own reforms" })}
          >
            {say({ zh: '按本区现行改革', en: "As the zone's reforms stand" })}
          </Button>
        )}
        <Button
          disabled={state.unchanged === null}
          onClick={() =>
            state.change(
              { switches: undefined, changes: { relax: [], handling: {}, slips: {} } },
              { zh: '恢复原方案', en: 'Back to the scenario' },
            )
          }
        >
          {say({ zh: '恢复原方案', en: 'Reset' })}
        </Button>
      </p>
    </Fold>
  )
}

/** Slips, promised handling and relaxed inputs, each with its own way back. */
function ChangeList({ state, names }: PartProps) {
  const say = useText()
  const { changes } = state.address
  const entries = entriesOf(changes).map((entry) => ({ ...entry, name: names.matter(entry.code) }))
  if (entries.length === 0) return null
  const remove = (next: Changes, name: { zh: string; en: string }) =>
    state.change({ changes: next }, { zh: `取消对“${name.zh}”的假设`, en: `Without the change to ${name.en}` })
  return (
    <ul className="changes">
      {entries.map(({ key, code, kind, detail, name, without }) => (
        <li key={key}>
          <span>
            {say(name)}
            {kind === 'slip' && say({ zh: ` 推迟 ${detail} 天`, en: ` starts ${detail} d later` })}
            {kind === 'handling' && say({ zh: ` 承诺 ${detail} 天办完`, en: ` promised in ${detail} d` })}
            {kind === 'relax' && say({ zh: ` 放宽：${names.ref(detail).zh}`, en: ` relaxed: ${names.ref(detail).en}` })}
          </span>
          <Button size="small" onClick={() => remove(without, names.matter(code))}>
            {say({ zh: '取消', en: 'Remove' })}
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface Entry {
  readonly key: string
  readonly code: string
  readonly kind: 'slip' | 'handling' | 'relax'
  readonly detail: string
  readonly without: Changes
}

function entriesOf(changes: Changes): Entry[] {
  const { slips, handling, relax } = changes
  const drop = (days: Record<string, number>, code: string) =>
    Object.fromEntries(Object.entries(days).filter(([key]) => key !== code))
  return [
    ...Object.entries(slips).map(([code, days]): Entry => {
      const without = { ...changes, slips: slipped(slips, code, -days) }
      return { key: `s${code}`, code, kind: 'slip', detail: String(days), without }
    }),
    ...Object.entries(handling).map(([code, days]): Entry => {
      const without = { ...changes, handling: drop(handling, code) }
      return { key: `h${code}`, code, kind: 'handling', detail: String(days), without }
    }),
    ...relax.map((path): Entry => {
      const [code = '', ref = ''] = path.split('/')
      const without = { ...changes, relax: relax.filter((other) => other !== path) }
      return { key: path, code, kind: 'relax', detail: ref, without }
    }),
  ]
}
