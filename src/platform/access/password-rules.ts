import type { Label } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import { minPasswordLength } from './contract.ts'

/** Of ten characters and more: shorter ones are refused by length. Lower case. */
const common: ReadonlySet<string> = new Set(
  `1234567890 0123456789 12345678910 123456789a a123456789 aa123456789 aa12345678 abc1234567 abc123456789 abcd123456 abcd1234567
  1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc qazwsxedcrfv qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwer123456
  asdfghjkl123 zxcvbnm123 zxcvbnm1234 password12 password123 password1234 passw0rd123 p@ssw0rd123 p@ssword123 admin12345 admin123456
  administrator administrator1 root123456 test123456 user123456 guest123456 welcome123 welcome1234 letmein1234 iloveyou123 sunshine123
  woaini1314 woaini5201314 woaini123456 5201314520 1314520520 5201314woaini 147258369a 1472583690 9876543210 987654321a 0987654321
  changeme123 changeme1234 default123 huawei@123 huawei12#$ admin@1234 admin@12345 admin@123456 zaq12wsxcde3 !qaz2wsx#edc 1qaz!qaz2wsx
  q1w2e3r4t5 q1w2e3r4t5y6 asd123456789 asdasdasd123 qweasdzxc123 qweqweqwe123 qq123456789 wang123456 zhang123456 li123456789 luodi-demo
  luodi12345 luodi123456 kaifaqu123 shanxi1234 shanxi123456 taiyuan123`.split(/\s+/),
)

/** Refuses a password that is short, well known, of one character or a run of digits, or made of the login. */
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
  if (!guessable && !common.has(lower)) return
  throw weak('too_common', {
    zh: '这个口令太常见或太容易猜到，请换一个：不要含登录名，不要连续或重复的字符。',
    en: 'This password is too easy to guess: choose another one, without your login, runs or repeated characters.',
  })
}

function weak(reason: string, text: Label): Problem {
  return new Problem('rule_violated', `access.password_${reason}`, text)
}
