import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { kindMeanings, type WritKind, writKinds } from '../../contract/kinds.ts'
import { listTemplates, type Template } from '../../contract/template.ts'
import { KindTemplates } from './kind-templates.tsx'
import '../parts/writs.css'

/** Every kind of writ with the template in force; one is opened to download, change, upload, preview and publish. */
export function TemplatesPage() {
  const say = useText()
  const { zone } = useMember()
  const [open, setOpen] = useState<WritKind | null>(null)
  const { data, error, refetch } = useQuery({ ...queryOf(listTemplates, { zone: zone.code }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const of = (kind: WritKind): readonly Template[] => data.templates.filter((one) => one.kind === kind)
  return (
    <>
      <p className="soft">
        {say({
          zh: '每类文书用一份 Word 模板。下载后在 Word 或 WPS 中修改，花括号里是由系统填写的内容；上传时检查，预览无误后启用。以前出具的文书不变。',
          en: 'Each kind of writ has one Word template. Download it, change it in Word or WPS (what stands in braces is filled in), upload it, preview it, put it in use. Writs made before do not change.',
        })}
      </p>
      <PlainTable
        caption={{ zh: '文书模板', en: 'Templates of writs' }}
        columns={[
          {
            label: { zh: '文书', en: 'Kind' },
            cell: (kind) => (
              <button
                type="button"
                className="link"
                aria-expanded={open === kind}
                onClick={() => setOpen(open === kind ? null : kind)}
              >
                {say(kindMeanings[kind].label)}
              </button>
            ),
          },
          { label: { zh: '使用中', en: 'In use' }, cell: (kind) => <InUse templates={of(kind)} /> },
          {
            label: { zh: '草稿', en: 'Drafts' },
            cell: (kind) => of(kind).filter(({ state }) => state === 'draft').length,
          },
          { label: { zh: '依据', en: 'Basis' }, cell: (kind) => say(kindMeanings[kind].basis) },
        ]}
        rows={writKinds}
        keyOf={(kind) => kind}
      />
      {open !== null && <KindTemplates key={open} kind={open} templates={of(open)} />}
    </>
  )
}

function InUse({ templates }: { readonly templates: readonly Template[] }) {
  const say = useText()
  const edition = templates.find(({ state }) => state === 'published')?.edition ?? 0
  return edition === 0
    ? say({ zh: '系统自带', en: 'As shipped' })
    : say({ zh: `第 ${edition} 版`, en: `Edition ${edition}` })
}
