import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call, queryOf } from '../../../../web/client.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { SideSheet } from '../../../../web/kit/side-sheet.tsx'
import { usePhone } from '../../../../web/kit/use-phone.ts'
import { useText } from '../../../../web/text.tsx'
import { getJointApplication, type JointApplication, submitBundle } from '../../contract/bundle.ts'
import { paperMark } from '../parts/labels.ts'
import { PaperFile } from '../parts/paper-file.tsx'
import { refreshCases } from '../parts/refresh.ts'
import { noPaper, type PaperDraft } from '../step/draft.ts'
import '../step/step.css'
import { useKeyFor } from '../step/use-step.ts'

interface JointDrawerProps {
  readonly project: string
  readonly matters: readonly string[]
  readonly onClose: () => void
  readonly onFiled: () => void
}

/** Several matters on one form (多证合一): every paper once, all cases filed together or none. */
export function JointDrawer({ project, matters, onClose, onFiled }: JointDrawerProps) {
  const say = useText()
  const phone = usePhone()
  const { zone } = useMember()
  const input = { zone: zone.code, project, matters: matters.join(',') }
  const asked = useQuery({ ...queryOf(getJointApplication, input), staleTime: 0 })
  return (
    <SideSheet
      title={say({ zh: `多证合一：${matters.length} 个事项一表申请`, en: `One form for ${matters.length} matters` })}
      closeLabel={say({ zh: '关闭', en: 'Close' })}
      modal={phone}
      wide
      onClose={onClose}
    >
      <Refusal error={asked.error} />
      {asked.isPending && <Opening />}
      {asked.data && <JointForm project={project} joint={asked.data} onFiled={onFiled} />}
    </SideSheet>
  )
}

interface JointFormProps extends Pick<JointDrawerProps, 'project' | 'onFiled'> {
  readonly joint: JointApplication
}

function JointForm({ project, joint, onFiled }: JointFormProps) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const keyFor = useKeyFor()
  const [drafts, setDrafts] = useState<Readonly<Record<string, PaperDraft>>>({})
  const through = joint.department === null ? 'window' : 'department'
  const papers = joint.papers.flatMap(({ ref }) => {
    const draft = drafts[ref]
    const note = draft?.note.trim() ?? ''
    return draft?.on ? [{ ref, fileId: draft.fileId, note: note === '' ? null : note }] : []
  })
  const submit = useMutation({
    mutationFn: () => {
      const matters = joint.matters.map(({ code }) => code)
      const input = { zone: zone.code, project, matters, through, papers } as const
      return call(submitBundle, input, { key: keyFor(JSON.stringify(input)) })
    },
    onSuccess: () => {
      onFiled()
      return refreshCases(client)
    },
  })
  return (
    <form
      className="file-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!submit.isPending) submit.mutate()
      }}
    >
      <ul>
        {joint.matters.map(({ code, name, department }) => (
          <li key={code}>
            {say(name)} <span className="soft small">{department}</span>
          </li>
        ))}
      </ul>
      <p className="soft">
        {joint.department === null
          ? say({ zh: '由综合窗口统一收件，分送各部门。', en: 'Handed in at the one window, which passes it on.' })
          : say({ zh: `由${joint.department}统一办理。`, en: `Handled by ${joint.department}.` })}{' '}
        {say({
          zh: `材料 ${joint.papers.length} 份，分开申请要交 ${joint.separately} 份。`,
          en: `${joint.papers.length} papers instead of ${joint.separately}.`,
        })}
      </p>
      <fieldset className="field paper-fields">
        <legend className="field-label">
          {say({ zh: '勾选现在提交的材料，每份只交一次', en: 'Tick the papers that you hand in, each once' })}
        </legend>
        {joint.papers.map((paper) => (
          <JointPaper
            key={paper.ref}
            project={project}
            paper={paper}
            joint={joint}
            value={drafts[paper.ref] ?? noPaper}
            onChange={(value) => setDrafts({ ...drafts, [paper.ref]: value })}
          />
        ))}
      </fieldset>
      <Refusal error={submit.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={submit.isPending}>
          {say({ zh: '一并提交', en: 'File all of them' })}
        </Button>
      </div>
    </form>
  )
}

interface JointPaperProps {
  readonly project: string
  readonly paper: JointApplication['papers'][number]
  readonly joint: JointApplication
  readonly value: PaperDraft
  readonly onChange: (value: PaperDraft) => void
}

function JointPaper({ project, paper, joint, value, onChange }: JointPaperProps) {
  const say = useText()
  const users = joint.matters.filter(({ code }) => paper.matters.includes(code)).map(({ name }) => say(name))
  const hint = <span className="small soft">{users.join(say({ zh: '、', en: ', ' }))}</span>
  if (paper.status === 'given') {
    return (
      <p className="paper-field">
        {say(paper.name)} <span className="small soft">{say(paperMark('given'))}</span> {hint}
      </p>
    )
  }
  return (
    <div className="paper-field">
      <label>
        <input
          type="checkbox"
          checked={value.on}
          onChange={(event) => onChange({ ...value, on: event.target.checked })}
        />{' '}
        {say(paper.name)} {paper.hard && <span className="mark">{say({ zh: '必交', en: 'required' })}</span>} {hint}
      </label>
      {value.on && (
        <PaperFile
          project={project}
          paper={paper.ref}
          name={say(paper.name)}
          value={value}
          onChange={(part) => onChange({ ...value, ...part })}
        />
      )}
    </div>
  )
}
