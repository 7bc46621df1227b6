import type { Label } from '../../kernel/label.ts'
import { useText } from '../text.tsx'
import type { ProviderDraft } from './provider-draft.ts'

type Tick = 'makesAccounts' | 'linksByMail' | 'rolesFollow' | 'administrators' | 'unmarkedSignOuts'

const ticks: readonly (readonly [Tick, Label])[] = [
  [
    'makesAccounts',
    {
      zh: '第一次来的人自动建立账号（设了分组时，只给在分组里的人建立）',
      en: 'Whoever comes for the first time gets an account (with groups set: only who is in one)',
    },
  ],
  [
    'linksByMail',
    {
      zh: '已验证的邮箱与本区登录名相同时，直接关联那个账号（只在完全信任对方核验邮箱时勾选）',
      en: 'A verified e-mail that is a login of this zone links that account (only if you trust how they verify e-mails)',
    },
  ],
  [
    'rolesFollow',
    {
      zh: '离开分组，下次登录时失去该分组给的角色，其他登录退出',
      en: 'Whoever leaves a group loses its role at the next sign-in, and other sessions end',
    },
  ],
  [
    'administrators',
    {
      zh: '允许三员账号用它进入，允许分组给出三员角色（写入日志）',
      en: 'The three administrators may come in by it, and groups may give their roles (goes into the journal)',
    },
  ],
  [
    'unmarkedSignOuts',
    {
      zh: '接受没有标明类型（logout+jwt）的退出通知（只用于不标类型的旧版服务）',
      en: 'Take notices of a sign-out that are not marked as such, logout+jwt (only for older services that do not)',
    },
  ],
]

interface Props {
  readonly draft: ProviderDraft
  readonly onChange: (part: Partial<ProviderDraft>) => void
}

/** What the provider may do besides saying who somebody is: each is off until it is ticked. */
export function ProviderTicks({ draft, onChange }: Props) {
  const say = useText()
  return (
    <fieldset>
      <legend className="field-label">{say({ zh: '允许它做什么', en: 'What it may do' })}</legend>
      {ticks.map(([name, label]) => (
        <label key={name} className="provider-tick">
          <input
            type="checkbox"
            checked={draft[name]}
            onChange={(event) => onChange({ [name]: event.target.checked })}
          />
          <span>{say(label)}</span>
        </label>
      ))}
    </fieldset>
  )
}
