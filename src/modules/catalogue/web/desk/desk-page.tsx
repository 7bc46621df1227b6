import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { RuleBench } from '../rule/rule-bench.tsx'
import { ChangesTab } from './changes-tab.tsx'
import { ChecksTab } from './checks-tab.tsx'
import { EffectsTab } from './effects-tab.tsx'
import { NoDraft } from './no-draft.tsx'
import { RowsTab } from './rows-tab.tsx'
import { SettingsTab } from './settings-tab.tsx'
import { SheetTab } from './sheet-tab.tsx'
import { useDesk } from './use-desk.ts'
import './desk.css'

const title = { zh: '目录工作台', en: 'Catalogue desk' }
const tabs = ['changes', 'rows', 'rule', 'checks', 'effects', 'sheet', 'settings'] as const
type Tab = (typeof tabs)[number]
const labels: Readonly<Record<Tab, { zh: string; en: string }>> = {
  changes: { zh: '修改对照', en: 'Changes' },
  rows: { zh: '修改', en: 'Edit' },
  rule: { zh: '试规则', en: 'Try a rule' },
  checks: { zh: '检查与发布', en: 'Check and publish' },
  effects: { zh: '对方案的影响', en: 'Effect on plans' },
  sheet: { zh: 'Excel', en: 'Excel' },
  settings: { zh: '设置', en: 'Settings' },
}

/** Where the next version of the catalogue is written: nothing here is in force before it is published. */
export function DeskPage() {
  const say = useText()
  useTitle(title)
  const { may, zone } = useMember()
  const { search, replace } = useAddress()
  const { data, error, refetch } = useDesk()
  const chosen = tabs.find((tab) => tab === search.tab) ?? 'changes'
  const draft = data?.draft ?? null
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p className="soft">
        {say({
          zh: '下一版事项目录在这里起草。发布之前，现行版本不变；在办项目和办件仍按各自的版本办理。',
          en: 'The next version of the catalogue is written here. Nothing is in force before it is published; running projects and cases keep their versions.',
        })}{' '}
        {may('replans.foresee') && (
          <Link to="/catalogue-moves" search={{ zone: zone.code }}>
            {say({ zh: '发布后触及谁、改按新版', en: 'What a published one touches, and moving to it' })}
          </Link>
        )}
      </p>
      <Tabs
        label={say(title)}
        tabs={tabs.map((key) => ({ key, label: say(labels[key]) }))}
        chosen={chosen}
        onChoose={(tab) => replace({ tab: tab === 'changes' ? undefined : tab })}
      >
        {error !== null && <Failure error={error} onRetry={() => refetch()} />}
        {data === undefined && error === null && <Opening />}
        {data !== undefined && chosen === 'settings' && (
          <SettingsTab desk={data.desk} publications={data.publications} />
        )}
        {data !== undefined && chosen === 'rule' && <RuleBench />}
        {data !== undefined && chosen === 'sheet' && <SheetTab draft={draft} />}
        {data !== undefined && draft === null && !['settings', 'rule', 'sheet'].includes(chosen) && (
          <NoDraft desk={data.desk} />
        )}
        {draft !== null && chosen === 'changes' && <ChangesTab draft={draft} />}
        {draft !== null && chosen === 'rows' && <RowsTab draft={draft} editable={may('catalogue.edit')} />}
        {draft !== null && chosen === 'checks' && <ChecksTab draft={draft} />}
        {draft !== null && chosen === 'effects' && <EffectsTab draft={draft} />}
      </Tabs>
    </div>
  )
}
