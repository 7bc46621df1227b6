import { type Role, roleLabels, roles } from '../../kernel/role.ts'
import { setRoles } from '../../platform/access/contract/accounts.ts'
import { markNotifications } from '../../platform/outbox/contract.ts'
import { personName } from './names.ts'
import { type Act, foundation, type Telling } from './script.ts'

/** A demo account as the script of its zone wants it. */
export interface WantedAccount {
  /** `officer` is `officer@<zone>.demo`. */
  readonly name: string
  readonly role: Role
  readonly holder: string
  /** Names of records in the script; null where the account stands for nobody. */
  readonly person: string | null
  readonly enterprise: string | null
  readonly at: Date
}

/** One account of every role, and those that the script adds. */
export function wantedAccounts(telling: Telling): WantedAccount[] {
  const { script, data } = telling
  const outside: Partial<Record<Role, string>> = {
    enterprise: script.enterpriseAccount,
    intermediary: script.intermediaryAccount,
  }
  const own = roles.map((role) => {
    const person = data.organisation.people.find(({ account }) => account === role)?.key
    return wanted(telling, { name: role, role, for: person ?? outside[role] ?? null })
  })
  return [...own, ...script.accounts.map((added) => wanted(telling, added))]
}

/** Old messages are read; the administrator, whose account came before the people, gets its person. */
export function accountActs({ data, days }: Telling, accounts: readonly WantedAccount[]): Act[] {
  const admin = data.organisation.people.find(({ account }) => account === 'admin')
  const linked: Act = {
    key: 'linked:admin',
    at: days.at(foundation, 900),
    by: 'security',
    run: async ({ call, ref, id }) => {
      const account = ref('account:admin')
      const person = { enterpriseId: null, personId: id(`person:${admin?.key}`) }
      await call(setRoles, { ...account, roles: ['admin'], ...person })
      return {}
    },
  }
  const read = accounts.map(
    ({ name }): Act => ({
      key: `read:${name}`,
      at: days.at(-3, 1070),
      by: name,
      run: async ({ call }) => {
        await call(markNotifications, { ids: undefined })
        return {}
      },
    }),
  )
  return admin ? [linked, ...read] : read
}

function wanted({ zone, data, script, days }: Telling, { name, role, for: whom }: Named): WantedAccount {
  const place = data.organisation.people.findIndex(({ key }) => key === whom)
  const enterprise = script.enterprises.find(({ key }) => key === whom)
  const at = days.at(enterprise?.on ?? foundation, 600)
  if (place < 0) {
    const holder = enterprise?.name ?? roleLabels[role].zh
    return { name, role, holder, at, person: null, enterprise: enterprise ? `enterprise:${whom}` : null }
  }
  return { name, role, holder: personName(zone.place, place), at, person: `person:${whom}`, enterprise: null }
}

interface Named {
  readonly name: string
  readonly role: Role
  readonly for: string | null
}
