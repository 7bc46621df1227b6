import { useMutation } from '@tanstack/react-query'
import { Problem } from '../../kernel/problem.ts'
import { checkCatalogue } from '../../modules/matters/contract.ts'
import { call } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'

const noJson = new Problem('invalid_input', 'web.no_json', {
  zh: '这个文件不是 JSON，请选择目录的 JSON 文件。',
  en: 'This file is not JSON: choose the JSON file of a catalogue.',
})

async function read(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text())
  } catch {
    throw noJson
  }
}

/** Tells what is wrong with the file of a catalogue; nothing is stored. */
export function CheckFile() {
  const say = useText()
  const check = useMutation({
    mutationFn: async (file: File) => call(checkCatalogue, { catalogue: await read(file) }),
  })
  const findings = check.data?.findings
  return (
    <section aria-labelledby="check-file">
      <h2 id="check-file">{say({ zh: '检查一份目录文件', en: 'Check the file of a catalogue' })}</h2>
      <p className="soft">{say({ zh: '只检查，不保存。', en: 'It is checked and not stored.' })}</p>
      <label className="field-label" htmlFor="catalogue-file">
        {say({ zh: '目录文件（JSON）', en: 'File (JSON)' })}
      </label>
      <input
        id="catalogue-file"
        type="file"
        accept=".json,application/json"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) check.mutate(file)
          target.value = ''
        }}
      />
      <div role="status">
        {check.isPending && <p>{say({ zh: '正在检查…', en: 'Checking…' })}</p>}
        {findings?.length === 0 && <p className="notice">{say({ zh: '没有发现问题。', en: 'Nothing was found.' })}</p>}
      </div>
      <Refusal error={check.error} />
      {findings !== undefined && findings.length > 0 && (
        <ul>
          {findings.map(({ level, code, matter, field, ...text }) => (
            <li key={`${code} ${matter} ${field} ${text.en}`}>
              <strong>{say(level === 'error' ? { zh: '错误', en: 'Error' } : { zh: '提醒', en: 'Warning' })}</strong>{' '}
              {matter !== null && <code>{matter}</code>} {say(text)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
