import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { getHands } from '../../contract/hands.ts'
import type { StepFieldsProps } from './step-fields.tsx'

/** Who may take a case up, and which departments may be asked: the same for every case of the zone. */
export function useHands() {
  const { zone } = useMember()
  return useQuery(queryOf(getHands, { zone: zone.code }))
}

/** The departments that are asked, each with its days. */
export function DepartmentFields({ detail, draft, findings, onChange }: StepFieldsProps) {
  const say = useText()
  const { data, error, refetch } = useHands()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  const { departments } = draft
  const usual = String(detail.rules.opinionDays)
  const toggle = (id: string) => {
    const { [id]: known, ...others } = departments
    onChange({ departments: known === undefined ? { ...departments, [id]: usual } : others })
  }
  const wrong = findings.some(({ field }) => field === 'departments')
  return (
    <fieldset className={wrong ? 'field field-wrong paper-fields hands-list' : 'field paper-fields hands-list'}>
      <legend className="field-label">
        {say({ zh: '征求哪些部门的意见（各自工作日）', en: 'Departments asked (working days of each)' })}
      </legend>
      {(data?.departments ?? []).map(({ id, name }, i) => (
        <div key={id} className="paper-field hands-line">
          <label>
            <input
              type="checkbox"
              checked={departments[id] !== undefined}
              {...(i === 0 && { 'data-first': true })}
              onChange={() => toggle(id)}
            />{' '}
            {name}
          </label>
          {departments[id] !== undefined && (
            <Input
              className="days-input"
              value={departments[id]}
              inputMode="numeric"
              maxLength={2}
              aria-label={say({ zh: `${name}：工作日`, en: `${name}: working days` })}
              onChange={(event) => onChange({ departments: { ...departments, [id]: event.target.value } })}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

interface TargetFieldProps extends Pick<StepFieldsProps, 'findings'> {
  readonly draft: Pick<StepFieldsProps['draft'], 'target'>
  readonly onChange: (part: { readonly target: string }) => void
}

/** A person, or a department whose officers take the case up. */
export function TargetField({ draft, findings, onChange }: TargetFieldProps) {
  const say = useText()
  const id = useId()
  const { data, error, refetch } = useHands()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  const wrong = findings.some(({ field }) => field === 'target')
  return (
    <div className={wrong ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{say({ zh: '转给', en: 'To' })}</label>
      <select
        id={id}
        className="select"
        value={draft.target}
        data-first
        aria-invalid={wrong || undefined}
        onChange={({ target }) => onChange({ target: target.value })}
      >
        <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
        <optgroup label={say({ zh: '经办人', en: 'Officers' })}>
          {(data?.people ?? []).map(({ id: person, name, title, department }) => (
            <option key={person} value={`person:${person}`}>
              {[name, department, title].filter((part) => part !== null).join(' · ')}
            </option>
          ))}
        </optgroup>
        <optgroup label={say({ zh: '部门（由其任一经办人接手）', en: 'Departments (any officer of it)' })}>
          {(data?.departments ?? []).map(({ id: department, name }) => (
            <option key={department} value={`department:${department}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  )
}
