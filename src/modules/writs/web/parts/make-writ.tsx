import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { DocumentSheet } from '../../../../web/kit/document/document-sheet.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { kindMeanings, type WritKind } from '../../contract/kinds.ts'
import { makeWrit, previewWrit } from '../../contract.ts'
import { useWritAct } from './use-writs.ts'

interface MakeWritProps {
  readonly kind: WritKind
  readonly source: { readonly case?: string; readonly commitment?: string; readonly bundle?: string }
  readonly onClose: () => void
}

/** How the writ would read, what the officer adds, and the press that gives it its number. */
export function MakeWrit({ kind, source, onClose }: MakeWritProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const [note, setNote] = useState('')
  const [shownNote, setShownNote] = useState('')
  const preview = useQuery(queryOf(previewWrit, { zone: zone.code, kind, ...source, note: shownNote }))
  const make = useWritAct(makeWrit, onClose)
  const { label } = kindMeanings[kind]
  return (
    <form
      className="card writ-form"
      aria-label={say(label)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!make.isPending) make.mutate({ zone: zone.code, kind, ...source, note: note.trim() })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-note`}>{say({ zh: '补充说明（选填）', en: 'Addition (optional)' })}</label>
        <Input.TextArea
          id={`${id}-note`}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onBlur={() => setShownNote(note.trim())}
        />
      </div>
      <Refusal error={make.error ?? preview.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={make.isPending} disabled={preview.data === undefined}>
          {say({ zh: `出具${label.zh}`, en: `Make: ${label.en}` })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
      {preview.isPending && <Opening />}
      {preview.data && (
        <DocumentSheet
          document={preview.data.document}
          title={say({ zh: `预览：${label.zh}`, en: `Preview: ${label.en}` })}
        />
      )}
    </form>
  )
}
