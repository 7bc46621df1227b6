import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call, queryOf } from '../../../../web/client.ts'
import { readDraft, writeDraft } from '../../../../web/kit/draft.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { SideSheet } from '../../../../web/kit/side-sheet.tsx'
import { usePhone } from '../../../../web/kit/use-phone.ts'
import { useText } from '../../../../web/text.tsx'
import type { CasePaper, GivenPaper } from '../../contract/paper.ts'
import { getApplication, submitCase } from '../../contract.ts'
import { paperMark, supplyByText, treatmentLabels } from '../parts/labels.ts'
import { PaperFile } from '../parts/paper-file.tsx'
import { refreshCases } from '../parts/refresh.ts'
import { noPaper, type PaperDraft } from '../step/draft.ts'
import '../step/step.css'
import { HappenedOn } from '../step/happened-on.tsx'
import { useKeyFor } from '../step/use-step.ts'

interface FileDrawerProps {
  readonly project: string
  readonly matter: string
  readonly onClose: () => void
  readonly onFiled: (id: string) => void
}

type Drafts = Readonly<Record<string, PaperDraft>>

/** An application: what the matter asks for, what is there already, and what is handed in now. */
export function FileDrawer({ project, matter, onClose, onFiled }: FileDrawerProps) {
  const say = useText()
  const phone = usePhone()
  const { zone } = useMember()
  const asked = useQuery({
    ...queryOf(getApplication, { zone: zone.code, project, matter }),
    staleTime: 0,
  })
  const title = asked.data ? say(asked.data.matter.name) : say({ zh: '申请', en: 'Application' })
  return (
    <SideSheet title={title} closeLabel={say({ zh: '关闭', en: 'Close' })} modal={phone} wide onClose={onClose}>
      <Refusal error={asked.error} />
      {asked.isPending && <Opening />}
      {asked.data && (
        <>
          <p className="soft">{say({ zh: `向${asked.data.department}申请`, en: `To ${asked.data.department}` })}</p>
          <FileForm project={project} matter={matter} papers={asked.data.papers} onFiled={onFiled} />
        </>
      )}
    </SideSheet>
  )
}

interface FileFormProps extends Pick<FileDrawerProps, 'project' | 'matter' | 'onFiled'> {
  readonly papers: readonly CasePaper[]
}

function FileForm({ project, matter, papers, onFiled }: FileFormProps) {
  const say = useText()
  const name = `file.${project}.${matter}`
  const [drafts, setDrafts] = useState<Drafts>(() => readDraft<Drafts>(name) ?? {})
  const [happenedOn, setHappenedOn] = useState('')
  const submit = useSubmit({ project, matter }, (id) => {
    writeDraft(name, null)
    onFiled(id)
  })
  const change = (ref: string, draft: PaperDraft) => {
    const next = { ...drafts, [ref]: draft }
    setDrafts(next)
    writeDraft(name, next)
  }
  const given = papers.flatMap(({ ref }) => {
    const draft = drafts[ref]
    const note = draft?.note.trim() ?? ''
    return draft?.on ? [{ ref, fileId: draft.fileId, note: note === '' ? null : note }] : []
  })
  return (
    <form
      className="file-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!submit.isPending) submit.mutate({ papers: given, ...(happenedOn !== '' && { happenedOn }) })
      }}
    >
      <fieldset className="field paper-fields">
        <legend className="field-label">
          {say({ zh: '勾选现在提交的材料', en: 'Tick the papers that you hand in now' })}
        </legend>
        {papers.map((paper) => (
          <Line
            key={paper.ref}
            project={project}
            paper={paper}
            value={drafts[paper.ref] ?? noPaper}
            onChange={(value) => change(paper.ref, value)}
          />
        ))}
        {papers.length === 0 && <p>{say({ zh: '本事项不需要材料。', en: 'This matter asks for no papers.' })}</p>}
      </fieldset>
      <Incomplete papers={papers} drafts={drafts} />
      <HappenedOn value={happenedOn} onChange={setHappenedOn} />
      <Refusal error={submit.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={submit.isPending}>
          {say({ zh: '提交申请', en: 'Submit the application' })}
        </Button>
      </div>
    </form>
  )
}

/** What must be there first and is not ticked: it may be filed all the same, and comes back for correction. */
function Incomplete({ papers, drafts }: { readonly papers: readonly CasePaper[]; readonly drafts: Drafts }) {
  const say = useText()
  const missing = papers.filter(({ ref, status, treatment }) => {
    return treatment === 'hard' && status !== 'given' && !drafts[ref]?.on
  })
  if (missing.length === 0) return null
  return (
    <p className="notice notice-warning" role="status">
      {say({
        zh: `必须先交的材料还有 ${missing.length} 份没有勾选，缺了会被退回补正。`,
        en: `${missing.length} papers that must be there first are not ticked: without them the case comes back for correction.`,
      })}
    </p>
  )
}

interface LineProps {
  readonly project: string
  readonly paper: CasePaper
  readonly value: PaperDraft
  readonly onChange: (value: PaperDraft) => void
}

function Line({ project, paper, value, onChange }: LineProps) {
  const say = useText()
  const supply = supplyByText(paper.supplyBy)
  if (paper.status === 'given') {
    return (
      <p className="paper-field">
        {say(paper.name)}{' '}
        <span className="small soft">
          {say(paperMark('given'))} {say({ zh: '（本项目已有，不用再交）', en: '(the project has it already)' })}
        </span>
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
        {say(paper.name)}{' '}
        <span className="small soft">
          {say(treatmentLabels[paper.treatment])}
          {supply !== null && say({ zh: `，${supply.zh}`, en: `, ${supply.en}` })}
        </span>
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

interface Content {
  readonly papers: GivenPaper[]
  readonly happenedOn?: string
}

function useSubmit(head: { project: string; matter: string }, onDone: (id: string) => void) {
  const { zone } = useMember()
  const client = useQueryClient()
  const keyFor = useKeyFor()
  return useMutation({
    mutationFn: (content: Content) => {
      const input = { zone: zone.code, ...head, ...content }
      return call(submitCase, input, { key: keyFor(JSON.stringify(input)) })
    },
    onSuccess: ({ id }) => {
      onDone(id)
      return refreshCases(client)
    },
  })
}
