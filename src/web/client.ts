import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Endpoint } from '../kernel/endpoint.ts'
import { Problem } from '../kernel/problem.ts'
import { newKey } from './kit/new-key.ts'
import { problemOf } from './problem-answer.ts'
import { tellSignedOut } from './signed-out.ts'

/** An endpoint with its types; the shape that `endpoint()` returns. */
type Door<In, Out> = Endpoint<In, Out>

const unreachable = new Problem('internal', 'web.unreachable', {
  zh: '连不上服务器：请检查网络，然后重试。已填的内容没有丢失。',
  en: 'The server cannot be reached: check the network and try again. Nothing you entered is lost.',
})

export interface Sending {
  readonly signal?: AbortSignal
  /** Of a write: the same key sent again has one effect. One is made for each call when absent. */
  readonly key?: string
}

/** Calls an endpoint: path parameters, query or JSON body follow from its data. Refusals are thrown as `Problem`. */
export async function call<In, Out>(endpoint: Door<In, Out>, input: In, sending: Sending = {}): Promise<Out> {
  const answer = await send(endpoint, input, sending)
  // The server has already parsed its answer by this schema; parsing again would cost every phone the work twice.
  return (await answer.json()) as Out
}

/** Calls a file endpoint and hands the file to the browser's downloads under the name that the server gives. */
export async function download<In, Out>(endpoint: Door<In, Out>, input: In): Promise<void> {
  const answer = await send(endpoint, input)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = fileNameOf(answer.headers.get('content-disposition')) ?? endpoint.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Sends a file to an upload endpoint; what else it takes goes along as texts. */
export async function upload<In extends { readonly file: unknown }, Out>(
  endpoint: Door<In, Out>,
  input: Omit<In, 'file'>,
  { file, key }: { readonly file: File; readonly key: string },
): Promise<Out> {
  const answer = await send(endpoint, input, { key, file })
  return (await answer.json()) as Out
}

/** Query options of a reading endpoint: cached by name and input, the previous answer stays while a new one loads. */
export function queryOf<In, Out>(endpoint: Door<In, Out>, input: In) {
  return queryOptions({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    placeholderData: keepPreviousData,
  })
}

export type Client = QueryClient

async function send<In, Out>(
  endpoint: Door<In, Out>,
  input: unknown,
  { signal, key, file }: Sending & { readonly file?: File } = {},
): Promise<Response> {
  const { url, body } = addressOf(endpoint, input as In)
  const answer = await fetch(url, {
    method: endpoint.method,
    headers: {
      accept: endpoint.file ?? 'application/json',
      // The browser itself says where the parts of a form begin.
      ...(body !== null && !file && { 'content-type': 'application/json' }),
      ...(endpoint.effect === 'write' && { 'idempotency-key': key ?? newKey() }),
    },
    body: file ? formOf(body, file) : body,
    signal: signal ?? null,
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : unreachable
  })
  if (!answer.ok) throw await refusalOf(answer)
  return answer
}

function formOf(body: string | null, file: File): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(JSON.parse(body ?? '{}') as Record<string, unknown>)) {
    form.append(name, String(value))
  }
  form.append('file', file)
  return form
}

/** Refused sign-ins: the 401 that do not mean that a session has ended. */
const refusedSignIns = new Set(['access.sign_in_failed', 'access.code_needed', 'access.code_wrong'])

async function refusalOf(answer: Response): Promise<Problem> {
  const problem = await problemOf(answer)
  if (problem.kind === 'unauthenticated' && !refusedSignIns.has(problem.code)) tellSignedOut()
  return problem
}

export function addressOf<In, Out>(endpoint: Door<In, Out>, input: In): { url: string; body: string | null } {
  const rest = new Map(Object.entries(input as Record<string, unknown>))
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encodeURIComponent(String(value))
  })
  if (endpoint.method !== 'GET' && endpoint.method !== 'DELETE') {
    return { url: path, body: JSON.stringify(Object.fromEntries(rest)) }
  }
  const given = [...rest].filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return { url: query === '' ? path : `${path}?${query}`, body: null }
}

function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded === undefined ? /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] : decodeURIComponent(encoded)
}
