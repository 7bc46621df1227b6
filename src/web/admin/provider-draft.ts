import type { InputOf } from '../../kernel/endpoint.ts'
import type { Provider, saveProvider } from '../../platform/access/contract/providers.ts'

export type ProviderDraft = Omit<InputOf<typeof saveProvider>, 'zone'>

const blank: ProviderDraft = {
  ...{ version: 0, name: '', issuer: '', clientId: '', scopes: ['profile', 'email'], groupsClaim: null },
  ...{ roleGroups: [], makesAccounts: false, linksByMail: false, rolesFollow: true, administrators: false },
  ...{ domains: [], factorValues: [], unmarkedSignOuts: false },
}

export function draftOf(provider: Provider | null): ProviderDraft {
  if (provider === null) return blank
  const { hasSecret: _secret, enabled: _enabled, people: _people, onlyWay: _onlyWay, ...same } = provider
  return same
}

/** People write lists with commas or spaces between, in either language. */
export function listOf(text: string): string[] {
  return text.split(/[\s,，、;；]+/).filter((word) => word !== '')
}
