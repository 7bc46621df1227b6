import { defineModule, type ModuleDefinition } from '../module.ts'
import { accountHandlers } from './account-handlers.ts'
import { tokenHandlers } from './api-tokens/handlers.ts'
import { tokenKind } from './api-tokens/store.ts'
import { accountWords } from './events.ts'
import { explainHandler } from './explain/handler.ts'
import { collectGrants, permissionsByRoles } from './grants.ts'
import { providerHandlers } from './identity/admin.ts'
import { providerSignInHandlers } from './identity/handlers.ts'
import { ownIdentityHandlers } from './identity/own.ts'
import { providerKind } from './identity/store.ts'
import { ownHandlers } from './own-handlers.ts'
import { ruleHandlers, rulesKind } from './rules/handlers.ts'
import { sessionHandlers } from './session-handlers.ts'
import { zoneDirectory } from './zones.ts'

/** Accounts, sessions and roles. Three administrators apart: one makes accounts, one says what they may do, one reads the log. */
const grants: NonNullable<ModuleDefinition['grants']> = {
  'access.read': ['admin', 'security'],
  'access.manage': ['admin'],
  'access.authorise': ['security'],
  'access.audit': ['audit'],
}

const tokenWords = {
  label: { zh: '接口令牌', en: 'API token' },
  actions: { make: { zh: '生成令牌', en: 'Token made' }, revoke: { zh: '作废令牌', en: 'Token revoked' } },
}

const ruleWords = {
  label: { zh: '登录规则', en: 'Rules of signing in' },
  actions: { set: { zh: '规定登录规则', en: 'Rules set' } },
}

const providerWords = {
  label: { zh: '统一登录', en: 'Identity provider' },
  actions: {
    make: { zh: '添加统一登录', en: 'Provider added' },
    change: { zh: '修改统一登录', en: 'Provider changed' },
    switchOn: { zh: '启用统一登录', en: 'Provider switched on' },
    switchOff: { zh: '停用统一登录', en: 'Provider switched off' },
    stop: { zh: '叫停统一登录', en: 'Provider stopped' },
    remove: { zh: '删除统一登录', en: 'Provider removed' },
  },
}

/** The platform's part for access, which tells a caller what all modules grant. `others` are the grants of everything else. */
export function accessPart(others: readonly ModuleDefinition[]): ModuleDefinition {
  const all = collectGrants([{ grants }, ...others])
  const permissionsOf = permissionsByRoles(all)
  const options = { zones: zoneDirectory(others), permissionsOf }
  const handlers = [
    ...sessionHandlers(options),
    ...providerSignInHandlers(options),
    ...ownIdentityHandlers(options),
    ...providerHandlers,
    ...ownHandlers,
    ...accountHandlers,
    ...tokenHandlers(others),
    explainHandler(others, all),
    ...ruleHandlers,
  ]
  return defineModule({
    name: 'access',
    handlers,
    grants,
    journal: {
      ...{ 'access.account': accountWords, [tokenKind]: tokenWords, [rulesKind]: ruleWords },
      [providerKind]: providerWords,
    },
  })
}
