import type { ReactNode } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import { kindMeanings, type WritState } from '../../contract/kinds.ts'
import type { Verification } from '../../contract/verify.ts'
import { CompareFile } from './compare-file.tsx'

const verdicts: Readonly<Record<WritState, Label>> = {
  valid: { zh: '✓ 真实有效', en: '✓ Genuine, and it stands' },
  void: { zh: '✕ 真实，但已作废', en: '✕ Genuine, but declared void' },
  replaced: { zh: '△ 真实，但已被新文书替代', en: '△ Genuine, but another has taken its place' },
}

/** What the code stands for, in words before colour. */
export function Verified({ answer }: { readonly answer: Verification }) {
  const say = useText()
  const { state, kind } = answer
  if (!answer.found || state === null || kind === null) {
    return (
      <p role="status" className="notice notice-error">
        {say({
          zh: '没有这个核验码的文书。请核对输入；如确认无误，这份文书可能不是本系统出具的，请向文书上的机关核实。',
          en: 'No document has this code. Look at what you typed; if it is right, this was probably not issued here: ask the office named on it.',
        })}
      </p>
    )
  }
  const facts: readonly (readonly [Label, ReactNode])[] = [
    [{ zh: '文书', en: 'Document' }, say(kindMeanings[kind].label)],
    [{ zh: '文号', en: 'Number' }, answer.number],
    [{ zh: '发文机关', en: 'Issued by' }, answer.issuer],
    [{ zh: '申请人', en: 'Applicant' }, answer.applicant],
    [{ zh: '事项', en: 'Matter' }, answer.matter ?? '——'],
    [{ zh: '成文日期', en: 'Day' }, answer.madeOn],
    ...(answer.endedOn === null ? [] : [[{ zh: '失效日期', en: 'Ended on' }, answer.endedOn] as const]),
    ...(answer.replacedBy === null ? [] : [[{ zh: '替代文书', en: 'Replaced by' }, answer.replacedBy] as const]),
    [{ zh: '开发区', en: 'Zone' }, answer.zone && say(answer.zone)],
  ]
  return (
    <section className="card">
      <p role="status" className={state === 'valid' ? 'verify-good' : 'verify-ended'}>
        {say(verdicts[state])}
      </p>
      {answer.sample && (
        <p className="notice notice-warning">
          {say({ zh: '这是演示用的样例，不作凭证。', en: 'This is a sample for demonstration and proves nothing.' })}
        </p>
      )}
      <dl className="verify-facts">
        {facts.map(([name, value]) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {answer.files.map(({ format, sha256 }) => (
          <div key={format}>
            <dt>{`${format === 'docx' ? 'Word' : 'PDF'} SHA-256`}</dt>
            <dd>
              <code>{sha256}</code>
            </dd>
          </div>
        ))}
      </dl>
      <CompareFile files={answer.files} />
    </section>
  )
}
