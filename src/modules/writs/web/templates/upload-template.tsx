import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { call } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { WritKind } from '../../contract/kinds.ts'
import { listTemplates, type TemplateFinding, tryTemplate, uploadTemplate } from '../../contract/template.ts'
import { base64Of } from './base64.ts'

interface UploadTemplateProps {
  readonly kind: WritKind
  /** The edition that was kept. */
  readonly onDone: (edition: number) => void
}

/** Sends a template: every finding is shown; without one it is kept as a draft. */
export function UploadTemplate({ kind, onDone }: UploadTemplateProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const client = useQueryClient()
  const sending = useMutation({
    mutationFn: async (file: File): Promise<readonly TemplateFinding[]> => {
      const content = base64Of(new Uint8Array(await file.arrayBuffer()))
      const { findings } = await call(tryTemplate, { zone: zone.code, kind, content })
      if (findings.some(({ refused }) => refused)) return findings
      const { edition } = await call(uploadTemplate, { zone: zone.code, kind, content, note: file.name.slice(0, 200) })
      await client.invalidateQueries({ queryKey: [listTemplates.name] })
      onDone(edition)
      return findings
    },
  })
  const findings = sending.data ?? []
  return (
    <div className="field">
      <label htmlFor={id}>{say({ zh: '上传改好的模板（.docx）', en: 'Upload a changed template (.docx)' })}</label>
      <input
        id={id}
        type="file"
        accept=".docx"
        disabled={sending.isPending}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) sending.mutate(file)
        }}
      />
      <Refusal error={sending.error} />
      {findings.length > 0 && (
        <div role="alert" className="notice notice-error">
          <p>{say({ zh: '模板没有保存，请改正：', en: 'The template was not kept. Mend this:' })}</p>
          <ul>
            {findings.map(({ tag, text }) => (
              <li key={`${tag} ${text.en}`}>{say(text)}</li>
            ))}
          </ul>
        </div>
      )}
      {sending.isSuccess && findings.length === 0 && (
        <p role="status">
          {say({ zh: '已存为草稿，预览后可以启用。', en: 'Kept as a draft: preview it, then put it in use.' })}
        </p>
      )}
    </div>
  )
}
