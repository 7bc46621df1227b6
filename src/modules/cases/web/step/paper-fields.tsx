import { Input } from 'antd'
import { useId } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { CasePaper } from '../../contract/paper.ts'
import type { Verb } from '../../contract/step-table.ts'
import { paperMark, supplyByText, treatmentLabels } from '../parts/labels.ts'
import { PaperFile } from '../parts/paper-file.tsx'
import { isAsked, noPaper, type PaperDraft } from './draft.ts'
import { defectPresets } from './presets.ts'
import type { StepFieldsProps } from './step-fields.tsx'

const legends: Partial<Record<Verb, { readonly zh: string; readonly en: string }>> = {
  correct: { zh: '哪些材料要补正（一次写全）', en: 'Which papers need correction (all of them, once)' },
  resubmit: { zh: '补正的材料（须一并提交）', en: 'The corrected papers (all together)' },
  supply: { zh: '补交的容缺材料', en: 'The owed papers that come now' },
  accept: {
    zh: '还没有的材料：勾选后容缺受理、以区域评估替代，或等前序结果',
    en: 'Papers not there: tick to accept with them owed, covered or awaited',
  },
}

const awaitableLabel = {
  zh: '前序事项正在办：先审其他内容，结果到了再办结，其间期限停计',
  en: 'the earlier matter is being handled: review all else, decide when its result is there; the limits stand still meanwhile',
}

/** The papers that the step is about: ticked, with what is said of each. */
export function PaperFields({ detail, verb, draft, onChange }: StepFieldsProps) {
  const say = useText()
  const asked = detail.papers.filter((paper) => isAsked(paper, verb))
  if (asked.length === 0) {
    if (verb !== 'accept') return null
    return <p>{say({ zh: '材料齐全。', en: 'All papers are there.' })}</p>
  }
  const legend = legends[verb] ?? { zh: '材料', en: 'Papers' }
  return (
    <fieldset className="field paper-fields">
      <legend className="field-label">{say(legend)}</legend>
      {asked.map((paper, i) => (
        <PaperField
          key={paper.ref}
          project={detail.project.id}
          paper={paper}
          awaitable={detail.awaitable.includes(paper.ref)}
          verb={verb}
          first={i === 0}
          value={draft.papers[paper.ref] ?? noPaper}
          onChange={(value) => onChange({ papers: { ...draft.papers, [paper.ref]: value } })}
        />
      ))}
    </fieldset>
  )
}

interface PaperFieldProps {
  readonly project: string
  readonly paper: CasePaper
  /** An earlier office is working on it, and it may be reviewed before it is final. */
  readonly awaitable: boolean
  readonly verb: Verb
  readonly first: boolean
  readonly value: PaperDraft
  readonly onChange: (value: PaperDraft) => void
}

function PaperField({ project, paper, awaitable, verb, first, value, onChange }: PaperFieldProps) {
  const say = useText()
  const supply = supplyByText(paper.supplyBy)
  const name = say(paper.name)
  const line = (
    <>
      {name} <span className="soft small">{say(paperMark(paper.status))}</span>
    </>
  )
  const choice = paper.treatment === 'tolerable' || paper.treatment === 'regional' || awaitable
  if (verb === 'accept' && !choice) {
    return (
      <p className="paper-field">
        {line} <span className="small">{say(treatmentLabels[paper.treatment])}</span>
      </p>
    )
  }
  return (
    <div className="paper-field">
      <label>
        <input
          type="checkbox"
          checked={value.on}
          {...(first && { 'data-first': true })}
          onChange={(event) => onChange({ ...value, on: event.target.checked })}
        />{' '}
        {line}
      </label>
      {verb === 'accept' && (
        <p className="soft small">
          {say(awaitable ? awaitableLabel : treatmentLabels[paper.treatment])}
          {supply !== null && say({ zh: `；${supply.zh}`, en: `; ${supply.en}` })}
        </p>
      )}
      {value.on && verb === 'correct' && <Defect name={name} value={value} onChange={onChange} />}
      {value.on && (verb === 'resubmit' || verb === 'supply') && (
        <PaperFile
          project={project}
          paper={paper.ref}
          name={name}
          value={value}
          onChange={(part) => onChange({ ...value, ...part })}
        />
      )}
    </div>
  )
}

function Defect({ name, value, onChange }: { readonly name: string } & Pick<PaperFieldProps, 'value' | 'onChange'>) {
  const say = useText()
  const id = useId()
  return (
    <>
      <div className="presets">
        {defectPresets.map((preset) => (
          <button
            key={preset.en}
            type="button"
            className="preset"
            onClick={() => onChange({ ...value, note: say(preset) })}
          >
            {say(preset)}
          </button>
        ))}
      </div>
      <label htmlFor={id} className="visually-hidden">
        {say({ zh: `${name}：有什么问题`, en: `${name}: what is wrong` })}
      </label>
      <Input
        id={id}
        value={value.note}
        maxLength={500}
        placeholder={say({ zh: '有什么问题', en: 'What is wrong' })}
        onChange={(event) => onChange({ ...value, note: event.target.value })}
      />
    </>
  )
}
