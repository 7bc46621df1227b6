import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Draft } from '../../contract/draft.ts'
import { type ListName, listLabels, listNames } from '../../contract/lists.ts'
import { getRow, listRows } from '../../contract.ts'
import { RowForm } from './row-form.tsx'

interface RowsTabProps {
  readonly draft: Draft
  readonly editable: boolean
}

/** The rows of one list, and the one that is edited. */
export function RowsTab({ draft, editable }: RowsTabProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const { search, replace } = useAddress()
  const [words, setWords] = useState('')
  const list = listNames.find((one) => one === search.list) ?? 'matters'
  const { data, error, refetch } = useQuery(queryOf(listRows, { zone: zone.code, draft: draft.id, list }))
  const shown = (data?.rows ?? []).filter(({ code, name }) =>
    `${code} ${name.zh} ${name.en}`.toLowerCase().includes(words.trim().toLowerCase()),
  )
  return (
    <>
      <div className="record-bar">
        <label className="filter">
          <span>{say({ zh: '清单', en: 'List' })}</span>
          <select
            className="select"
            value={list}
            onChange={(event) => replace({ list: event.target.value, code: undefined })}
          >
            {listNames.map((one) => (
              <option key={one} value={one}>
                {say(listLabels[one])}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          <span>{say({ zh: '名称或编码', en: 'Name or code' })}</span>
          <input className="select" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
        </label>
      </div>
      {error !== null && <Failure error={error} onRetry={() => refetch()} />}
      <label className="filter desk-choose" htmlFor={id}>
        <span>{say({ zh: `选一行（${shown.length}）`, en: `Choose a row (${shown.length})` })}</span>
      </label>
      <select
        id={id}
        className="select desk-choice"
        value={search.code ?? ''}
        onChange={(event) => replace({ code: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
        {shown.map(({ code, name, changed }) => (
          <option key={code} value={code}>
            {changed ? '● ' : ''}
            {say(name)} · {code}
          </option>
        ))}
      </select>
      {search.code !== undefined && (
        <Row key={`${list}/${search.code}`} draft={draft} list={list} code={search.code} editable={editable} />
      )}
    </>
  )
}

interface RowProps extends RowsTabProps {
  readonly list: ListName
  readonly code: string
}

function Row({ draft, list, code, editable }: RowProps) {
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({
    ...queryOf(getRow, { zone: zone.code, draft: draft.id, list, code }),
    staleTime: 0,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined || data.code !== code) return null
  return <RowForm key={`${code}/${data.version}`} draft={draft} found={data} editable={editable} />
}
