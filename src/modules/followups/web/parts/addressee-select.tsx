import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Addressee } from '../../contract/sentence.ts'
import { listAddressees } from '../../contract.ts'

interface Props {
  readonly value: Pick<Addressee, 'kind' | 'id'> | undefined
  /** What the sentence may have meant: offered first. */
  readonly likely?: readonly Addressee[]
  /** Marked: the sentence did not settle it. */
  readonly asks?: boolean
  readonly onChange: (value: Addressee | undefined) => void
}

/** Departments and people of the zone; the likely ones first. */
export function AddresseeSelect({ value, likely = [], asks = false, onChange }: Props) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery(queryOf(listAddressees, { zone: zone.code }))
  const others = (data?.addressees ?? []).filter(({ id }) => !likely.some((one) => one.id === id))
  const all = [...likely, ...others]
  const options = (list: readonly Addressee[]) =>
    list.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))
  return (
    <label>
      {say({ zh: '承办', en: 'For' })}
      <select
        className={asks ? 'order-asks' : ''}
        value={value?.id ?? ''}
        onChange={(event) => onChange(all.find(({ id }) => id === event.target.value))}
      >
        <option value="">{say({ zh: '请选择部门或人员', en: 'Choose a department or a person' })}</option>
        {likely.length > 0 && <optgroup label={say({ zh: '可能是', en: 'Perhaps' })}>{options(likely)}</optgroup>}
        <optgroup label={say({ zh: '部门', en: 'Departments' })}>
          {options(others.filter(({ kind }) => kind === 'department'))}
        </optgroup>
        <optgroup label={say({ zh: '人员', en: 'People' })}>
          {options(others.filter(({ kind }) => kind === 'person'))}
        </optgroup>
      </select>
    </label>
  )
}
