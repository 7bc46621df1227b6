import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hookRequest, isTaken } from './shapes.ts'

const message = { id: 'm1', title: '消息', text: '“甲[项目](x)”已超期 *2* 天', url: 'https://zone.example/cases/1' }
const now = new Date('2026-03-02T02:00:00Z')

describe('shapes of webhooks', () => {
  it('DingTalk: markdown, signed over time and secret in the query', () => {
    const { query, body } = hookRequest('dingtalk', message, { secret: 'SEC1', now })
    const sign = createHmac('sha256', 'SEC1').update(`${now.getTime()}\nSEC1`).digest('base64')
    expect(query).toEqual({ timestamp: String(now.getTime()), sign })
    const { msgtype, markdown } = JSON.parse(body) as { msgtype: string; markdown: { title: string; text: string } }
    expect([msgtype, markdown.title]).toEqual(['markdown', '消息'])
    expect(markdown.text).toContain('“甲\\[项目\\]\\(x\\)”已超期 \\*2\\* 天')
    expect(markdown.text).toContain('(https://zone.example/cases/1)')
  })

  it('WeCom: markdown content, nothing in the query', () => {
    const { query, body } = hookRequest('wecom', { ...message, url: null }, { secret: null, now })
    expect(query).toEqual({})
    expect(JSON.parse(body)).toEqual({ msgtype: 'markdown', markdown: { content: expect.stringContaining('已超期') } })
  })

  it('JSON: signature over time and body, and the key of the message', () => {
    const { headers, body } = hookRequest('json', message, { secret: 's', now })
    const signature = createHmac('sha256', 's').update(`${now.getTime()}.${body}`).digest('hex')
    expect(headers).toMatchObject({ 'idempotency-key': 'm1', 'x-luodi-signature': `sha256=${signature}` })
    expect(JSON.parse(body)).toEqual(message)
  })

  it.each(['dingtalk', 'wecom'] as const)(
    '%s: what people wrote becomes neither link, picture nor heading',
    (shape) => {
      const written = { ...message, title: '[a](http://evil.example)', text: '![b](http://evil.example/p)\n# <c>' }
      const { body } = hookRequest(shape, written, { secret: null, now: new Date(0) })
      const { markdown } = JSON.parse(body) as { markdown: { text?: string; content?: string } }
      const text = markdown.text ?? markdown.content ?? ''
      expect(text).toContain('**\\[a\\]\\(http://evil.example\\)**')
      expect(text).toContain('\\!\\[b\\]\\(http://evil.example/p\\)\n\\# \\<c\\>')
    },
  )

  it.each([
    ['dingtalk', 200, '{"errcode":0}', true],
    ['dingtalk', 200, '{"errcode":310000,"errmsg":"keywords not in content"}', false],
    ['wecom', 200, 'not json', false],
    ['json', 204, '', true],
    ['json', 500, '', false],
  ] as const)('%s answered %s %s: taken %s', (shape, status, body, taken) => {
    expect(isTaken(shape, { status, body })).toBe(taken)
  })
})
