import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { TokenScope } from '../../platform/access/contract/tokens.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'

interface NewTokenProps {
  readonly scopes: readonly TokenScope[]
  readonly pending: boolean
  readonly error: unknown
  readonly onMake: (given: { name: string; scopes: string[]; days: number }) => void
  readonly onCancel: () => void
}

const terms = [7, 30, 90, 180, 365]

/** What it is for, what it may do, how long. Nothing is ticked beforehand. */
export function NewToken({ scopes, pending, error, onMake, onCancel }: NewTokenProps) {
  const say = useText()
  const id = useId()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [days, setDays] = useState(90)
  const ready = name.trim() !== '' && chosen.length > 0
  return (
    <form
      aria-label={say({ zh: '生成令牌', en: 'Make a token' })}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !pending) onMake({ name: name.trim(), scopes: chosen, days })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-name`}>{say({ zh: '用途', en: 'What for' })}</label>
        <Input id={`${id}-name`} maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-days`}>{say({ zh: '有效期', en: 'Good for' })}</label>
        <select
          id={`${id}-days`}
          className="select"
          value={days}
          onChange={({ target }) => setDays(Number(target.value))}
        >
          {terms.map((term) => (
            <option key={term} value={term}>
              {say({ zh: `${term} 天`, en: `${term} days` })}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="token-scopes">
        <legend className="field-label">{say({ zh: '权限', en: 'Permissions' })}</legend>
        {scopes.map(({ permission, does }) => (
          <label key={permission}>
            <input
              type="checkbox"
              checked={chosen.includes(permission)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, permission] : chosen.filter((one) => one !== permission))
              }
            />
            <span>
              {permission}
              <span className="soft small"> {meaning(does.map(say), say({ zh: '等', en: 'and more' }))}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Refusal error={error} />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={pending}>
          {say({ zh: '生成', en: 'Make' })}
        </Button>
        <Button onClick={onCancel}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </p>
    </form>
  )
}

const shown = 3

function meaning(does: readonly string[], more: string): string {
  return [...does.slice(0, shown), ...(does.length > shown ? [more] : [])].join(' · ')
}
