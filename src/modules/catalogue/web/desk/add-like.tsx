import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../../web/client.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Draft } from '../../contract/draft.ts'
import type { ListName } from '../../contract/lists.ts'
import { editDraft } from '../../contract.ts'
import { ReasonForm } from './reason-form.tsx'
import { useReadAgain } from './use-desk.ts'

interface AddLikeProps {
  readonly draft: Draft
  readonly list: ListName
  /** As it is typed now: what the new row begins with. */
  readonly row: Readonly<Record<string, unknown>>
}

/** A new row that begins as this one: most matters are like another. */
export function AddLike({ draft, list, row }: AddLikeProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const { replace } = useAddress()
  const readAgain = useReadAgain()
  const [code, setCode] = useState('')
  const add = useMutation({
    mutationFn: (reason: string) =>
      call(editDraft, {
        ...{ zone: zone.code, draft: draft.id, list, code: code.trim(), version: 0, reason },
        ...{ act: 'add' as const, fields: { ...row, code: code.trim() } },
      }),
    onSuccess: () => {
      replace({ code: code.trim() })
      void readAgain()
    },
  })
  return (
    <details>
      <summary>{say({ zh: '照这一行新增一行', en: 'Add a row like this one' })}</summary>
      <ReasonForm
        act={{ zh: '新增', en: 'Add' }}
        pending={add.isPending}
        error={add.error}
        primary={false}
        onSend={(reason) => add.mutate(reason)}
      >
        <div className="field">
          <label htmlFor={id}>{say({ zh: '新的编码', en: 'Its code' })}</label>
          <Input id={id} value={code} maxLength={100} onChange={(event) => setCode(event.target.value)} />
        </div>
      </ReasonForm>
    </details>
  )
}
