import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Label } from '../../kernel/label.ts'
import type { ExportView } from '../../kernel/sheet-export.ts'
import { cancelExport, downloadExport, listExports } from '../../platform/sheets/contract/exports.ts'
import { download } from '../client.ts'
import { sizeText } from '../kit/files/size-text.ts'
import { readableMoment } from '../kit/records/moments.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useAct } from '../kit/use-act.ts'
import { useText } from '../text.tsx'

const words: Readonly<Record<ExportView['state'], Label>> = {
  gathering: { zh: '正在导出…', en: 'Being made…' },
  done: { zh: '已完成', en: 'Done' },
  cleared: {
    zh: '文件已按期清除，需要时请重新导出。',
    en: 'The file has been removed after its time: export it again.',
  },
  cancelled: { zh: '已停止', en: 'Stopped' },
  failed: { zh: '没有成功', en: 'It did not succeed' },
}

/** One file on its way: how far it is, what can be done with it. */
export function ExportCard({ view }: { readonly view: ExportView }) {
  const say = useText()
  const { state, progress, problem } = view
  const { done, total } = progress
  return (
    <section className="card">
      <p className="import-file">{view.fileName}</p>
      <p role="status">
        <strong>{say(words[state])}</strong>{' '}
        {say(
          state === 'gathering'
            ? { zh: `${done} / ${total} 条`, en: `${done} of ${total}` }
            : { zh: `${done} 条`, en: `${done} ${done === 1 ? 'record' : 'records'}` },
        )}
        {view.bytes !== null && ` · ${sizeText(view.bytes)}`}
      </p>
      {state === 'gathering' && <progress aria-label={say(words[state])} max={Math.max(1, total)} value={done} />}
      <p className="soft small">
        {say({ zh: '开始于', en: 'Begun' })} {readableMoment(view.createdAt)}
        {view.keptUntil !== null && say({ zh: '，保留到 ', en: ', kept until ' }) + readableMoment(view.keptUntil)}
      </p>
      {problem && (
        <p role="alert" className="notice notice-error">
          {say(problem)}
        </p>
      )}
      {state === 'gathering' && <Stop view={view} />}
      {state === 'done' && <Take view={view} />}
    </section>
  )
}

function Stop({ view }: { readonly view: ExportView }) {
  const say = useText()
  const cancel = useAct(cancelExport, { stale: [listExports.name] })
  return (
    <div className="import-acts">
      <Button loading={cancel.isPending} onClick={() => cancel.mutate({ id: view.id })}>
        {say({ zh: '停止', en: 'Stop' })}
      </Button>
      <Refusal error={cancel.error} />
    </div>
  )
}

function Take({ view }: { readonly view: ExportView }) {
  const say = useText()
  const { zone } = useMember()
  const taking = useMutation({ mutationFn: () => download(downloadExport, { zone: zone.code, id: view.id }) })
  return (
    <div className="import-acts">
      <Button type="primary" loading={taking.isPending} onClick={() => taking.mutate()}>
        {say({ zh: '下载', en: 'Download' })}
      </Button>
      <Refusal error={taking.error} />
    </div>
  )
}
