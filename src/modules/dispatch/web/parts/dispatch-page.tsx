import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useId } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { getSheet } from '../../contract.ts'
import { ProjectSheets } from './project-sheets.tsx'
import { SheetList } from './sheet-list.tsx'
import './dispatch.css'

const title = { zh: '项目调度会表', en: 'Dispatch sheet' }

/** The sheet of a month: all projects on one list (A3), or one page each (A4); it prints itself. */
export function DispatchPage() {
  const say = useText()
  useTitle(title)
  const id = useId()
  const { zone } = useMember()
  const { search, go } = useAddress()
  const { month } = search
  const input = { zone: zone.code, ...(month !== undefined && { month }) }
  const { data, error, refetch } = useQuery({ ...queryOf(getSheet, input), staleTime: 0 })
  const paged = search.view === 'pages'
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { since, rows } = data
  return (
    <div className={paged ? 'page dispatch' : 'page dispatch dispatch-wide'}>
      <style>{`@page { size: ${paged ? 'A4 portrait' : 'A3 landscape'}; margin: 12mm; }`}</style>
      <h1>
        {say(title)} <span className="number">{data.month}</span>
      </h1>
      <p>
        {since === null
          ? say({
              zh: '还没有登记过调度会，只与上月比较。',
              en: 'No meeting is registered yet: only the months are compared.',
            })
          : say({ zh: `上次：${since.title}（${since.heldOn}）`, en: `Last: ${since.title} (${since.heldOn})` })}
        {since?.decisions && <span className="soft"> {since.decisions}</span>}
      </p>
      <div className="dispatch-bar">
        <label htmlFor={id}>{say({ zh: '月份', en: 'Month' })}</label>
        <input
          id={id}
          type="month"
          className="text-input"
          value={data.month}
          onChange={(event) => go({ month: event.target.value || undefined })}
        />
        <Button onClick={() => go({ view: paged ? undefined : 'pages' })}>
          {say(
            paged ? { zh: '一张总表（A3）', en: 'One list (A3)' } : { zh: '一项一页（A4）', en: 'A page each (A4)' },
          )}
        </Button>
        <Button type="primary" onClick={() => window.print()}>
          {say({ zh: '打印', en: 'Print' })}
        </Button>
        <Link to="/records/$kind" params={{ kind: 'dispatch-meetings' }} search={{ zone: zone.code }}>
          {say({ zh: '登记调度会', en: 'Register a meeting' })}
        </Link>
      </div>
      {rows.length === 0 && (
        <p className="card">
          {say({
            zh: '没有项目有推进记录，无可调度。',
            en: 'No project has any progress entered: there is nothing to go through.',
          })}
        </p>
      )}
      {paged ? <ProjectSheets rows={rows} /> : <SheetList rows={rows} />}
    </div>
  )
}
