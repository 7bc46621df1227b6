import { Problem } from '../../../kernel/problem.ts'
import { type Database, type Handler, handle, type ModuleDefinition, type RequestContext } from '../../module.ts'
import { notFound } from '../caller.ts'
import * as contract from '../contract/tokens.ts'
import { archiveToken, insertToken, listOwnTokens } from './store.ts'

const mostTokens = 20

/** Tokens of the own account in a zone. `modules` tell what a permission is good for. */
export function tokenHandlers(modules: readonly Pick<ModuleDefinition, 'handlers'>[]): readonly Handler[] {
  const endpoints = modules.flatMap(({ handlers }) => handlers.map(({ endpoint }) => endpoint))
  const does = Map.groupBy(endpoints, ({ permission }) => permission)
  const view = async (db: Database, context: RequestContext) => ({
    tokens: await listOwnTokens(db, context),
    scopes: scopesOf(context).map((permission) => ({
      permission,
      does: (does.get(permission) ?? []).map(({ summary }) => summary),
    })),
  })
  return [
    handle(contract.listTokens, (db, _input, context) => {
      refuseByToken(context)
      return view(db, context)
    }),
    {
      ...handle(contract.makeToken, async (db, given, context) => {
        refuseByToken(context)
        refuseOthersScopes(context, given.scopes)
        if ((await listOwnTokens(db, context)).length >= mostTokens) throw tooMany()
        const token = await insertToken(db, context, given)
        return { token, ...(await view(db, context)) }
      }),
      unkept: true,
    },
    handle(contract.revokeToken, async (db, { id }, context) => {
      refuseByToken(context)
      if (!(await archiveToken(db, context, id))) throw notFound()
      return view(db, context)
    }),
  ]
}

/** What the caller may hand on. Acts on accounts are a person's, signed in. */
function scopesOf({ caller }: RequestContext) {
  return [...caller.permissions].filter((one) => one !== 'public' && !one.startsWith('access.')).sort()
}

function refuseOthersScopes(context: RequestContext, asked: readonly string[]): void {
  const mine: readonly string[] = scopesOf(context)
  const others = asked.filter((scope) => !mine.includes(scope))
  if (others.length === 0) return
  throw new Problem(
    'rule_violated',
    'access.scope_not_yours',
    {
      zh: `令牌只能得到您自己已有的权限，且不能管理账号：${others.join('、')} 请去掉。`,
      en: `A token gets permissions that you have yourself, and none over accounts: leave out ${others.join(', ')}.`,
    },
    { scopes: others },
  )
}

/** A token that leaks must not make another one that outlives it. */
function refuseByToken({ client }: RequestContext): void {
  if (client.tokenHash === undefined) return
  throw new Problem('forbidden', 'access.not_by_token', {
    zh: '令牌不能管理令牌，请登录后在“账号与登录安全”中办理。',
    en: 'Tokens do not manage tokens: sign in and do it under “Account and sign-in”.',
  })
}

function tooMany(): Problem {
  return new Problem('rule_violated', 'access.too_many_tokens', {
    zh: `每个账号在一个开发区最多 ${mostTokens} 个令牌，请先作废不用的。`,
    en: `An account has at most ${mostTokens} tokens in a zone: revoke one that is not used.`,
  })
}
