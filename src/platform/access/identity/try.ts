import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Outside } from '../../delivery/guard.ts'
import { discover, Incomplete, OtherIssuer } from './known.ts'

/** Asks an issuer for its document and says in one sentence what is wrong, or that nothing is. */
export async function tryIssuer(issuer: string, outside: Outside): Promise<{ ok: boolean; text: Label }> {
  try {
    const { code_challenge_methods_supported: pkce, end_session_endpoint: ending } = await discover(
      { issuer, clientId: 'trial' },
      outside,
    )
    if (pkce !== undefined && !pkce.includes('S256')) return { ok: false, text: texts.no_pkce }
    return { ok: true, text: ending === undefined ? texts.good_without_ending : texts.good }
  } catch (error) {
    return { ok: false, text: textOf(error) }
  }
}

const texts = {
  good: {
    zh: '连接正常：读到了服务的说明，支持退出时一并退出。',
    en: 'It works: the document was read, and signing out there is possible too.',
  },
  good_without_ending: {
    zh: '连接正常：读到了服务的说明；它没有退出地址，退出只在本系统生效。',
    en: 'It works: the document was read. It has no address for signing out: that ends the session here only.',
  },
  no_pkce: {
    zh: '该服务不支持 PKCE（S256），不能使用。',
    en: 'The service does not support PKCE (S256), so it cannot be used.',
  },
  other_issuer: {
    zh: '说明里的签发者（issuer）与填写的不同：请照说明里的原样填写，注意末尾斜杠与 http/https。',
    en: 'The document names another issuer than you typed: copy it from there, with its scheme and last slash.',
  },
  incomplete: {
    zh: '说明里缺少授权、令牌或公钥地址，该服务不完整。',
    en: 'The document lacks the address of authorization, tokens or keys: the service is incomplete.',
  },
  unreadable: {
    zh: '在 /.well-known/openid-configuration 没有读到说明：请核对签发者地址。',
    en: 'There is no document at /.well-known/openid-configuration: check the address of the issuer.',
  },
  private: {
    zh: '地址或说明里的某个地址指向内部网络：须由系统部署人员把主机写入 LUODI_ALLOW_HOSTS。',
    en: 'The address, or one in its document, leads into a private network: whoever runs the installation names the host in LUODI_ALLOW_HOSTS.',
  },
  not_encrypted: {
    zh: '地址没有加密（http）：请用 https，或由系统部署人员把主机写入 LUODI_ALLOW_HOSTS。',
    en: 'The address is not encrypted (http): use https, or have the host named in LUODI_ALLOW_HOSTS.',
  },
  unknown_host: {
    zh: '找不到这个服务器名，请核对地址。',
    en: 'The name of the server is unknown: check the address.',
  },
  redirected: {
    zh: '服务器要求转到别的地址，不予跟随：请填写最终地址。',
    en: 'The server redirects elsewhere, which is not followed: give the final address.',
  },
  timeout: {
    zh: '服务器 5 秒内没有答复，请稍后再试。',
    en: 'The server did not answer within 5 seconds: try again later.',
  },
  untrusted: {
    zh: '服务器的证书或加密连接不可信（过期、自签、名称不符或没有加密），请先改正。',
    en: "The server's certificate or encryption cannot be trusted (run out, self-signed, another name, or none): have it mended first.",
  },
  unreachable: {
    zh: '连不上服务器，请确认它在运行。',
    en: 'The server cannot be reached: make sure that it runs.',
  },
} as const satisfies Readonly<Record<string, Label>>

const byCode: Readonly<Record<string, Label>> = {
  'delivery.closed_address': texts.private,
  'delivery.not_encrypted': texts.not_encrypted,
  'delivery.unknown_host': texts.unknown_host,
  'delivery.redirected': texts.redirected,
  'delivery.timeout': texts.timeout,
  'delivery.unreachable': texts.unreachable,
  'delivery.untrusted': texts.untrusted,
}

function textOf(error: unknown): Label {
  if (error instanceof OtherIssuer) return texts.other_issuer
  if (error instanceof Incomplete) return texts.incomplete
  if (error instanceof Problem) return byCode[error.code] ?? texts.unreadable
  if (!(error instanceof Error)) return texts.unreadable
  if ('code' in error && error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return texts.other_issuer
  return error.cause === undefined ? texts.unreadable : textOf(error.cause)
}
