import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useRowKeys } from '../../../../web/kit/records/use-row-keys.ts'
import { useText } from '../../../../web/text.tsx'
import type { CaseSummary } from '../../contract/case.ts'
import { stateMeanings } from '../../contract/state.ts'
import { LightMark } from './light-mark.tsx'
import { LimitMarks } from './limit-marks.tsx'
import '../../../../web/kit/records/records.css'
import './case-table.css'
import { partsFrom } from './together.ts'

interface CaseTableProps {
  readonly cases: readonly CaseSummary[]
  readonly caption: Label
  readonly open?: string | undefined
  readonly onOpen: (id: string) => void
  /** On the page of one project every row would say the same. */
  readonly withoutProject?: boolean
  /** Rows may be chosen: which are. */
  readonly chosen?: ReadonlySet<string> | undefined
  readonly onChoose?: (id: string) => void
}

/** Cases as rows, on a phone as cards. J and K walk, Enter opens. */
export function CaseTable({ cases, caption, open, onOpen, withoutProject = false, chosen, onChoose }: CaseTableProps) {
  const say = useText()
  const body = useRowKeys()
  const heads = [
    { zh: '事项', en: 'Matter' },
    ...(withoutProject ? [] : [{ zh: '项目', en: 'Project' }]),
    { zh: '灯', en: 'Light' },
    { zh: '到期', en: 'Due' },
    { zh: '状态', en: 'State' },
    { zh: '部门 / 经办', en: 'Department, handler' },
  ]
  return (
    <div className="records case-table">
      <table className="records-table">
        <caption className="visually-hidden">{say(caption)}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {cases.map((line, i) => (
            <Fragment key={line.id}>
              <JointHead parts={partsFrom(cases, i)} columns={heads.length} />
              <Row
                line={line}
                open={line.id === open}
                onOpen={onOpen}
                withoutProject={withoutProject}
                chosen={chosen?.has(line.id)}
                {...(onChoose && { onChoose })}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="soft small records-keys">
        {say({
          zh: 'J / K 上下移动，回车打开，数字键选步骤',
          en: 'J / K to move, Enter to open, a digit to choose a step',
        })}
      </p>
    </div>
  )
}

/** Above the parts of one joint application. */
function JointHead({ parts, columns }: { readonly parts: number; readonly columns: number }) {
  const say = useText()
  if (parts === 0) return null
  return (
    <tr className="case-joint">
      <td colSpan={columns}>
        <span className="mark">{say({ zh: `多证合一 · ${parts} 项`, en: `Joint application: ${parts} parts` })}</span>
      </td>
    </tr>
  )
}

interface RowProps extends Pick<CaseTableProps, 'onOpen' | 'withoutProject' | 'onChoose'> {
  readonly chosen?: boolean | undefined
  readonly line: CaseSummary
  readonly open: boolean
}

function Row({ line, open, onOpen, withoutProject, chosen, onChoose }: RowProps) {
  const say = useText()
  return (
    <tr
      className={open ? 'open' : ''}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, input, label') === null) onOpen(line.id)
      }}
    >
      <th scope="row">
        {chosen !== undefined && (
          <input
            type="checkbox"
            className="case-choose"
            checked={chosen}
            aria-label={say({ zh: `选择 ${line.matter.name.zh}`, en: `Choose ${line.matter.name.en}` })}
            onChange={() => onChoose?.(line.id)}
          />
        )}
        <Link
          to="."
          search={(all: Record<string, unknown>) => ({ ...all, case: line.id })}
          resetScroll={false}
          aria-current={open ? 'true' : undefined}
          data-row-link
          data-case={line.id}
        >
          {say(line.matter.name)}
        </Link>{' '}
        {line.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
        {line.askedOfMe && <span className="mark">{say({ zh: '等我部门意见', en: 'Asks my department' })}</span>}
        {line.delegatedFrom !== null && (
          <span className="mark">{say({ zh: `代 ${line.delegatedFrom}`, en: `For ${line.delegatedFrom}` })}</span>
        )}
      </th>
      {!withoutProject && <td data-label={say({ zh: '项目', en: 'Project' })}>{line.project.name}</td>}
      <td data-label={say({ zh: '灯', en: 'Light' })} className="case-light-cell">
        <LightMark light={line.light} late={line.late} />
        <LimitMarks limits={line.limits} />
      </td>
      <td data-label={say({ zh: '到期', en: 'Due' })} className="cell-date">
        {line.dueOn ?? '—'}
      </td>
      <td data-label={say({ zh: '状态', en: 'State' })} className="case-state-cell">
        {say(stateMeanings[line.state].label)}
      </td>
      <td data-label={say({ zh: '部门 / 经办', en: 'Department, handler' })}>
        {line.department}
        {line.office !== null && <span className="soft"> → {line.office.name}</span>}
        {line.handler !== null && <span className="soft"> · {line.handler.name}</span>}
      </td>
    </tr>
  )
}
