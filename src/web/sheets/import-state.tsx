import type { Label } from '../../kernel/label.ts'
import type { ImportView } from '../../kernel/sheet-view.ts'
import { useText } from '../text.tsx'

const words: Readonly<Record<ImportView['state'], Label>> = {
  reading: { zh: '正在读取文件…', en: 'Reading the file…' },
  comparing: { zh: '正在逐格比对…', en: 'Comparing cell by cell…' },
  compared: { zh: '比对完成，尚未写入任何内容。', en: 'Compared. Nothing has been written yet.' },
  writing: { zh: '正在写入…可以离开此页，导入会继续。', en: 'Writing… You may leave this page: the import goes on.' },
  done: { zh: '导入完成。', en: 'The import is done.' },
  cancelled: { zh: '导入已停止；停止前写入的内容保留。', en: 'The import was stopped. What was written before stays.' },
  failed: { zh: '导入没有成功。', en: 'The import did not succeed.' },
}

/** Where the import is, in words and as a bar; what was left aside of the file. */
export function ImportState({ view }: { readonly view: ImportView }) {
  const say = useText()
  const { state, progress, problem, ignored, fileName, counts } = view
  const going = state === 'comparing' || state === 'writing'
  return (
    <section className="card">
      <p className="import-file">{fileName}</p>
      <p role="status">
        <strong>{say(words[state])}</strong>{' '}
        {going &&
          say({ zh: `${progress.done} / ${progress.total} 行`, en: `${progress.done} of ${progress.total} lines` })}
      </p>
      {going && <progress aria-label={say(words[state])} max={Math.max(1, progress.total)} value={progress.done} />}
      {problem && (
        <p role="alert" className="notice notice-error">
          {say(problem)}
        </p>
      )}
      {ignored.length > 0 && (
        <p className="soft small">
          {say({
            zh: `这些列不属于此类资料，未读取：${ignored.join('、')}。`,
            en: `These columns are nothing of this kind and were not read: ${ignored.join(', ')}.`,
          })}
        </p>
      )}
      {counts.skipped > 0 && (
        <p className="soft small">
          {say({
            zh: `跳过空行和示例 ${counts.skipped} 行。`,
            en: `${counts.skipped} empty or example lines were skipped.`,
          })}
        </p>
      )}
    </section>
  )
}
