import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import { call, download } from '../../../../web/client.ts'
import { base64Of } from '../../../../web/kit/base64.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Draft } from '../../contract/draft.ts'
import { exportWorkbook, importWorkbook } from '../../contract.ts'
import { ChangeList } from './change-list.tsx'
import { ReasonForm } from './reason-form.tsx'
import { useReadAgain } from './use-desk.ts'

/** The catalogue as a workbook, out and back into the draft. */
export function SheetTab({ draft }: { readonly draft: Draft | null }) {
  const say = useText()
  const { zone, may } = useMember()
  const out = useMutation({ mutationFn: () => download(exportWorkbook, { zone: zone.code }) })
  return (
    <>
      <section className="card">
        <h2>{say({ zh: '导出', en: 'Export' })}</h2>
        <p>
          {say({
            zh: '导出草稿（没有草稿时为现行版本）。改好后原样读入：没改的不会变。',
            en: 'Exports the draft, or the version in force. Edit it and read it in again: what was not edited does not change.',
          })}
        </p>
        <Refusal error={out.error} />
        <Button loading={out.isPending} onClick={() => out.mutate()}>
          {say({ zh: '导出 Excel', en: 'Export the workbook' })}
        </Button>
      </section>
      {draft !== null && may('catalogue.edit') && <Import draft={draft} />}
      {draft === null && (
        <p className="card">
          {say({
            zh: '要读入改过的 Excel，请先开始一份草稿。',
            en: 'To read an edited workbook in, begin a draft first.',
          })}
        </p>
      )}
    </>
  )
}

type Answer = OutputOf<typeof importWorkbook>

function Import({ draft }: { readonly draft: Draft }) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const readAgain = useReadAgain()
  const [content, setContent] = useState<string | null>(null)
  const send = useMutation({
    mutationFn: ({ file, reason }: { readonly file: string; readonly reason: string | null }) =>
      call(importWorkbook, {
        ...{ zone: zone.code, draft: draft.id, version: draft.version, content: file },
        ...{ confirm: reason !== null, reason: reason ?? '预览' },
      }),
    onSuccess: ({ taken }) => {
      if (!taken) return
      setContent(null)
      void readAgain()
    },
  })
  return (
    <section className="card">
      <h2>{say({ zh: '读入', en: 'Read in' })}</h2>
      <div className="field">
        <label htmlFor={id}>{say({ zh: '改过的 Excel（.xlsx）', en: 'Edited workbook (.xlsx)' })}</label>
        <input
          id={id}
          type="file"
          accept=".xlsx"
          onChange={async (event) => {
            const file = event.target.files?.[0]
            if (!file) return
            const read = await base64Of(file)
            setContent(read)
            send.mutate({ file: read, reason: null })
          }}
        />
      </div>
      <Refusal error={send.error} />
      {send.data && <Outcome answer={send.data} />}
      {send.data && !send.data.taken && send.data.changes.length > 0 && content !== null && (
        <ReasonForm
          act={{ zh: '确认读入草稿', en: 'Take it into the draft' }}
          pending={send.isPending}
          error={null}
          onSend={(reason) => send.mutate({ file: content, reason })}
        />
      )}
    </section>
  )
}

function Outcome({ answer }: { readonly answer: Answer }) {
  const say = useText()
  if (answer.errors.length > 0) {
    return (
      <>
        <p role="alert" className="notice notice-error">
          {say({
            zh: `有 ${answer.errors.length} 处错误，一行也没有读入。`,
            en: `${answer.errors.length} errors: nothing was taken.`,
          })}
        </p>
        <PlainTable
          caption={{ zh: '错误', en: 'Errors' }}
          rows={answer.errors}
          keyOf={(one) => `${one.sheet}${one.cell}${one.text.zh}`}
          columns={[
            { label: { zh: '工作表', en: 'Sheet' }, cell: (one) => one.sheet },
            { label: { zh: '单元格', en: 'Cell' }, cell: (one) => one.cell },
            { label: { zh: '问题', en: 'What is wrong' }, cell: (one) => say(one.text) },
          ]}
        />
      </>
    )
  }
  if (answer.changes.length === 0)
    return <p role="status">{say({ zh: '和草稿一样，没有修改。', en: 'The same as the draft: no change.' })}</p>
  return (
    <div role="status">
      <p>
        {answer.taken
          ? say({ zh: '已读入草稿：', en: 'Taken into the draft:' })
          : say({ zh: '将作这些修改：', en: 'It would change:' })}
      </p>
      <ChangeList changes={answer.changes} />
    </div>
  )
}
