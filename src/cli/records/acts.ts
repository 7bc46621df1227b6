import { userInfo } from 'node:os'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { Problem } from '../../kernel/problem.ts'
import { type RecordEndpoints, recordEndpoints } from '../../kernel/record-endpoints.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { normaliseLogin } from '../../platform/access/accounts.ts'
import { findByLogin, findMembership } from '../../platform/access/store.ts'
import { inZone } from '../../platform/database.ts'
import { doorsOf } from '../../platform/doors.ts'
import { openLog } from '../../platform/log.ts'
import type { Database, ZoneRef } from '../../platform/module.ts'
import type { Installation } from '../../platform/start.ts'
import { zonesOf } from '../zones.ts'

/** What may be done to records of a kind, named as the doors of the declaration are. */
export type Act = keyof RecordEndpoints<AnyRecordKind>

export interface Asked {
  readonly kind: AnyRecordKind
  readonly act: Act
  /** Short code of the zone. */
  readonly zone: string
  /** Login of the account that acts: its roles in the zone say what it may do and see. */
  readonly login: string
  readonly input: Readonly<Record<string, unknown>>
}

/** Goes through the same door as a page does, in one transaction, as the account that is named. */
export async function actOn(installation: Installation, asked: Asked): Promise<unknown> {
  const door = recordEndpoints(asked.kind)[asked.act] as Endpoint<unknown, unknown> | undefined
  if (!door) throw nothingPersonal(asked.kind)
  try {
    return await callAs(installation, asked, (call) => call(door, asked.input))
  } catch (error) {
    throw error instanceof Problem && error.code === 'http.not_found' ? noRecord(asked) : error
  }
}

/** Calls a door in the zone; what it takes is the door's to judge. */
export type CallDoor = <In, Out>(door: Endpoint<In, Out>, input: object) => Promise<Out>

/** Calls any number of doors as the account that is named, in one transaction. */
export async function callAs<T>(
  installation: Installation,
  { zone: code, login }: Pick<Asked, 'zone' | 'login'>,
  work: (call: CallDoor) => Promise<T>,
): Promise<T> {
  const [zone] = await zonesOf(installation, code)
  if (!zone) throw new RangeError(`no zone ${code}`)
  const doors = doorsOf(installation.modules)
  const log = openLog('silent')
  const visit = { zone, now: new Date(), log, through: `cli:${userInfo().username}` }
  return inZone(installation.db, zone.id, async (db) => {
    const accountId = await memberOf(db, zone, login)
    return work((door, input) => doors.call(db, door, { ...visit, accountId, input }))
  })
}

async function memberOf(db: Database, zone: ZoneRef, login: string): Promise<string> {
  const account = await findByLogin(db, normaliseLogin(login))
  if (account && (await findMembership(db, zone.id, account.id))) return account.id
  throw new Problem('not_found', 'records.no_member', {
    zh: `开发区“${zone.code}”没有登录名为“${login}”的账号。`,
    en: `The zone "${zone.code}" has no account with the login "${login}".`,
  })
}

function noRecord({ kind, login }: Asked): Problem {
  return new Problem('not_found', 'records.no_record', {
    zh: `没有这条${kind.labels.one.zh}，或“${login}”看不到它。`,
    en: `There is no such record (${kind.labels.one.en}), or "${login}" may not see it.`,
  })
}

function nothingPersonal({ labels }: AnyRecordKind): Problem {
  return new Problem('invalid_input', 'records.nothing_personal', {
    zh: `${labels.one.zh}没有个人信息字段。`,
    en: `This kind (${labels.one.en}) has no personal fields.`,
  })
}
