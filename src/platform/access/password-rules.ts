import type { Label } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import { isCommon, isOfTheHouse } from './common-passwords.ts'
import { minPasswordLength } from './contract.ts'

/** Refuses a password that is short, well known, of one character or a run of digits, or made of the login or of words of the house. */
export function checkPassword(password: string, login: string): void {
  const text = password.normalize('NFC')
  const lower = text.toLowerCase()
  if ([...text].length < minPasswordLength) {
    throw weak('too_short', {
      zh: `口令至少 ${minPasswordLength} 个字符。`,
      en: `A password has at least ${minPasswordLength} characters.`,
    })
  }
  const name = login.split('@')[0] ?? login
  const guessable =
    new Set(text).size < 4 || '01234567890123456789'.includes(text) || (name.length > 3 && lower.includes(name))
  if (!guessable && !isCommon(lower) && !isOfTheHouse(lower)) return
  throw weak('too_common', {
    zh: '这个口令太常见或太容易猜到，请换一个：不要用登录名、单位或系统的名称，不要连续或重复的字符。',
    en: 'This password is too easy to guess: choose another one, without your login, names of your office or of this system, runs or repeated characters.',
  })
}

function weak(reason: string, text: Label): Problem {
  return new Problem('rule_violated', `access.password_${reason}`, text)
}
