import { randomBytes } from 'node:crypto'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { inTransaction } from '../../database.ts'
import type { Database, RequestContext } from '../../module.ts'
import { aboutOf } from '../accounts.ts'
import { signInNeeded } from '../caller.ts'
import type * as contract from '../contract/own-account.ts'
import { recordEvent } from '../events.ts'
import { countAttempt, factorSubject, forgiveAll } from '../failures.ts'
import { endOthers } from '../own-sessions.ts'
import { provePassword } from '../sign-in.ts'
import { findById } from '../store.ts'
import { passSecondFactor } from './pass.ts'
import { countRecoveryCodes, makeRecoveryCodes, saveRecoveryCodes } from './recovery.ts'
import { confirmFactor, dropFactor, findFactor, savePending, takeStep } from './store.ts'
import { base32, keyAddress, matchStep } from './totp.ts'

/** RFC 4226, 4: at least 128 bits, 160 recommended. */
const secretBytes = 20

export async function viewFactor(db: Database, accountId: string) {
  const factor = await findFactor(db, accountId)
  return { since: factor?.confirmedAt?.toISOString() ?? null, codesLeft: await countRecoveryCodes(db, accountId) }
}

/** A new key that counts for nothing until a code of it has been shown. The password is asked for: an open screen is not enough. */
export async function startFactor(
  db: Database,
  { password }: InputOf<typeof contract.startSecondFactor>,
  context: RequestContext,
) {
  const account = await provePassword(db, context, password)
  const secret = randomBytes(secretBytes)
  if (!(await savePending(db, account.id, { secret, now: context.now }))) throw inUse()
  const { default: QRCode } = await import('qrcode')
  const picture = await QRCode.toString(keyAddress(secret, account.login), { type: 'svg', margin: 2 })
  return { key: base32(secret), picture }
}

export async function confirmOwnFactor(
  db: Database,
  { code }: InputOf<typeof contract.confirmSecondFactor>,
  context: RequestContext,
) {
  const account = await findById(db, context.caller.accountId ?? '')
  if (!account) throw signInNeeded()
  const factor = await findFactor(db, account.id)
  if (!factor?.secret || factor.confirmedAt !== null) throw notStarted()
  const subject = factorSubject(account.id)
  await countAttempt(db, subject, context.now)
  const step = matchStep(factor.secret, code, { now: context.now, lastStep: factor.lastStep })
  if (step === null) throw codeWrong()
  await forgiveAll(db, subject)
  const made = await makeRecoveryCodes(account.id)
  return inTransaction(db, async (transaction) => {
    if (!(await takeStep(transaction, account.id, step))) throw codeWrong()
    await confirmFactor(transaction, account.id, context.now)
    await recordEvent(transaction, context, { kind: 'second_factor_on', about: aboutOf(account) })
    await endOthers(transaction, context, account.id)
    await saveRecoveryCodes(transaction, account.id, made)
    return { codes: made.map(({ code }) => code) }
  })
}

/** Password and code: whoever has only one of them cannot take the other away. */
export async function removeFactor(
  db: Database,
  { password, code }: InputOf<typeof contract.removeSecondFactor>,
  context: RequestContext,
) {
  const account = await provePassword(db, context, password)
  await passSecondFactor(db, context, { account, code })
  return inTransaction(db, async (transaction) => {
    if (await dropFactor(transaction, account.id)) {
      await recordEvent(transaction, context, { kind: 'second_factor_off', about: aboutOf(account) })
      await endOthers(transaction, context, account.id)
    }
    return viewFactor(transaction, account.id)
  })
}

function inUse(): Problem {
  return new Problem('conflict', 'access.second_factor_in_use', {
    zh: '两步验证已经启用；要换手机请先停用，再重新设置。',
    en: 'A second factor is in use: switch it off first, then set up the new phone.',
  })
}

function notStarted(): Problem {
  return new Problem('conflict', 'access.second_factor_not_started', {
    zh: '没有等待确认的两步验证：请重新开始设置。',
    en: 'No second factor waits for a code: begin the set-up again.',
  })
}

function codeWrong(): Problem {
  return new Problem('rule_violated', 'access.factor_code_wrong', {
    zh: '验证码不对：请确认手机时间准确，输入当前显示的 6 位数字。',
    en: 'The code is wrong: check that the phone shows the right time and enter the six digits that it shows now.',
  })
}
