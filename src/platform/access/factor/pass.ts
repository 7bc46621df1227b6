import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../module.ts'
import { aboutOf } from '../accounts.ts'
import { type EventContext, recordEvent } from '../events.ts'
import { countAttempt, factorSubject, forgiveAll } from '../failures.ts'
import type { AccountRecord } from '../store.ts'
import { spendRecoveryCode } from './recovery.ts'
import { type Factor, findFactor, takeStep } from './store.ts'
import { matchStep } from './totp.ts'

interface Attempt {
  readonly account: AccountRecord
  readonly code: string | undefined
}

/**
 * After the right password of an account with a second factor: a code of the authenticator or a recovery code, each taken once. Every attempt is
 * counted before it is looked at; the fifth locks. Passes at once where there is none in use.
 */
export async function passSecondFactor(db: Database, context: EventContext, { account, code }: Attempt): Promise<void> {
  const factor = await findFactor(db, account.id)
  if (!factor || factor.confirmedAt === null) return
  if (code === undefined || code === '') throw codeNeeded()
  const subject = factorSubject(account.id)
  await countAttempt(db, subject, context.now)
  if (!(await takes(db, context, { account, factor, code }))) {
    await recordEvent(db, context, { kind: 'second_factor_failed', about: aboutOf(account) })
    throw codeWrong()
  }
  await forgiveAll(db, subject)
}

async function takes(
  db: Database,
  context: EventContext,
  { account, factor, code }: { account: AccountRecord; factor: Factor; code: string },
): Promise<boolean> {
  const { now } = context
  const { secret, lastStep } = factor
  const step = secret && matchStep(secret, code, { now, lastStep })
  if (step !== null) return takeStep(db, account.id, step)
  if (!(await spendRecoveryCode(db, account.id, { code, now }))) return false
  await recordEvent(db, context, { kind: 'recovery_code_used', about: aboutOf(account) })
  return true
}

function codeNeeded(): Problem {
  return new Problem('unauthenticated', 'access.code_needed', {
    zh: '请输入验证器上的 6 位验证码；手机不在身边可用恢复码。',
    en: 'Enter the six digits of your authenticator, or a recovery code if the phone is not at hand.',
  })
}

function codeWrong(): Problem {
  return new Problem('unauthenticated', 'access.code_wrong', {
    zh: '验证码不对，或已经用过：请等下一个验证码再试。',
    en: 'The code is wrong or has been used: wait for the next one and try again.',
  })
}
