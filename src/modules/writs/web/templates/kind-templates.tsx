import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call, download, queryOf } from '../../../../web/client.ts'
import { DocumentSheet } from '../../../../web/kit/document/document-sheet.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { kindMeanings, type WritKind } from '../../contract/kinds.ts'
import {
  getTemplateFile,
  listTemplates,
  previewTemplate,
  publishTemplate,
  type Template,
} from '../../contract/template.ts'
import { TagList } from './tag-list.tsx'
import { UploadTemplate } from './upload-template.tsx'

interface KindTemplatesProps {
  readonly kind: WritKind
  readonly templates: readonly Template[]
}

const states = {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '使用中', en: 'In use' },
  retired: { zh: '停用', en: 'Not in use' },
}

/** The editions of one kind, the latest first. */
export function KindTemplates({ kind, templates }: KindTemplatesProps) {
  const say = useText()
  const [shown, setShown] = useState<number | null>(null)
  const { label } = kindMeanings[kind]
  return (
    <section className="card" aria-label={say(label)}>
      <h2>{say(label)}</h2>
      <ul className="plain-list">
        {templates.toReversed().map((template) => (
          <li key={template.edition}>
            <Edition
              template={template}
              open={shown === template.edition}
              onShow={() => setShown(shown === template.edition ? null : template.edition)}
            />
          </li>
        ))}
      </ul>
      <UploadTemplate kind={kind} onDone={setShown} />
      <TagList kind={kind} />
    </section>
  )
}

interface EditionProps {
  readonly template: Template
  readonly open: boolean
  readonly onShow: () => void
}

function Edition({ template, open, onShow }: EditionProps) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const { kind, edition, state, note } = template
  const at = { zone: zone.code, kind, edition }
  const taking = useMutation({ mutationFn: () => download(getTemplateFile, at) })
  const publishing = useMutation({
    mutationFn: () => call(publishTemplate, at),
    onSuccess: () => client.invalidateQueries({ queryKey: [listTemplates.name] }),
  })
  const preview = useQuery({ ...queryOf(previewTemplate, at), enabled: open })
  const name =
    edition === 0 ? { zh: '系统自带', en: 'As shipped' } : { zh: `第 ${edition} 版`, en: `Edition ${edition}` }
  return (
    <>
      <p>
        <strong>{say(name)}</strong> <span className="mark">{say(states[state])}</span>{' '}
        {note !== null && <span className="soft small">{note}</span>}
      </p>
      <div className="form-actions">
        <Button loading={taking.isPending} onClick={() => taking.mutate()}>
          {say({ zh: '下载 Word', en: 'Download' })}
        </Button>
        <Button aria-expanded={open} onClick={onShow}>
          {say({ zh: '用样例预览', en: 'Preview' })}
        </Button>
        {state !== 'published' && (
          <Button type="primary" loading={publishing.isPending} onClick={() => publishing.mutate()}>
            {say({ zh: '启用', en: 'Put in use' })}
          </Button>
        )}
      </div>
      <Refusal error={taking.error ?? publishing.error ?? preview.error} />
      {open && preview.data && <DocumentSheet document={preview.data.document} title={say(name)} />}
    </>
  )
}
