import { Button } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { FieldInput } from '../../../../web/kit/records/field-input.tsx'
import { FormErrors } from '../../../../web/kit/records/form-errors.tsx'
import {
  type Finding,
  formFields,
  readValues,
  type Typed,
  type TypedValues,
} from '../../../../web/kit/records/form-values.ts'
import { issuesOf } from '../../../../web/kit/records/issues.ts'
import { useKinds } from '../../../../web/kit/records/use-kinds.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { proposalKinds, propose } from '../../contract.ts'
import { proposalDoors } from './use-proposals.ts'
import '../../../../web/kit/records/form.css'

/** Set by the server: whose it is, who says so, how far it is trusted. */
const given = new Set(['enterpriseId', 'source', 'confidence', 'reportCode'])

/** Chooses what to propose; then the form of that kind opens. */
export function ProposeForm() {
  const say = useText()
  const { kinds } = useKinds()
  const [name, setName] = useState<string | null>(null)
  const choices = proposalKinds.flatMap((kind) => kinds?.find((one) => one.name === kind.name) ?? [])
  const chosen = choices.find((kind) => kind.name === name)
  if (chosen !== undefined) return <OneForm key={chosen.name} kind={chosen} onClose={() => setName(null)} />
  return (
    <section className="card">
      <h2>{say({ zh: '申报、更正一条数据', en: 'Propose what is missing or wrong' })}</h2>
      <div className="form-actions">
        {choices.map((kind) => (
          <Button key={kind.name} onClick={() => setName(kind.name)}>
            {say(kind.labels.one)}
          </Button>
        ))}
      </div>
    </section>
  )
}

function OneForm({ kind, onClose }: { readonly kind: KindView; readonly onClose: () => void }) {
  const say = useText()
  const [typed, setTyped] = useState<TypedValues>({})
  const [wrong, setWrong] = useState<readonly Finding[]>([])
  const [fileId, setFileId] = useState<string | null>(null)
  const act = useAct(propose, { stale: proposalDoors, onDone: onClose })
  const fields = formFields(kind, true).filter(({ name }) => !given.has(name))
  const findings = wrong.length > 0 ? wrong : issuesOf(act.error, kind)
  const submit = () => {
    const read = readValues(fields, typed)
    setWrong(read.findings)
    if (read.findings.length === 0) act.mutate({ kind: kind.name, values: read.values, reason: null, fileId })
  }
  return (
    <form
      className="card record-form"
      noValidate
      aria-label={say(kind.labels.one)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!act.isPending) submit()
      }}
    >
      <h2>{say({ zh: `申报：${kind.labels.one.zh}`, en: `Propose: ${kind.labels.one.en}` })}</h2>
      <FormErrors kind={kind} findings={findings} />
      {findings.length === 0 && <Refusal error={act.error} />}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          kind={kind}
          field={field}
          row={null}
          value={typed[field.name] ?? ''}
          finding={findings.find((finding) => finding.field === field.name)}
          onChange={(value: Typed) => setTyped((all) => ({ ...all, [field.name]: value }))}
        />
      ))}
      <UploadButton
        name={say({ zh: '证明材料', en: 'Evidence' })}
        given={fileId !== null}
        label={say({ zh: '上传证明材料（选填）', en: 'Evidence (optional)' })}
        onFile={(file) => setFileId(file.id)}
      />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {say({ zh: '提交核实', en: 'Submit' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
