import { Problem } from '../../kernel/problem.ts'
import { HttpRefusal, refusal } from '../http/answers.ts'

export const tooLarge = (maxBytes: number) => {
  const mb = Math.floor(maxBytes / 1024 / 1024)
  return new HttpRefusal(
    refusal(
      413,
      'files.too_large',
      `文件超过 ${mb} MB，请压缩或拆分后再上传。`,
      `The file is larger than ${mb} MB: make it smaller or split it.`,
    ),
  )
}

export const notMultipart = () =>
  new HttpRefusal(refusal(415, 'files.not_multipart', '请用 multipart/form-data 上传。', 'Send multipart/form-data.'))

export const broken = () =>
  new Problem('invalid_input', 'files.upload_broken', {
    zh: '上传不完整或格式有误，未保存任何内容，请重试。',
    en: 'The upload is incomplete or malformed. Nothing was kept: try again.',
  })

export const empty = () =>
  new Problem('invalid_input', 'files.empty', { zh: '没有文件，或文件为空。', en: 'There is no file, or it is empty.' })

export const wrongType = (found: string | undefined) =>
  new Problem(
    'rule_violated',
    'files.type_refused',
    {
      zh: '不接受这种文件。请上传 PDF、OFD、PNG、JPEG、WebP、Word（docx）、Excel（xlsx）、UTF-8 编码的 CSV 或纯文本。',
      en: 'Files of this type are not taken. Send PDF, OFD, PNG, JPEG, WebP, Word (docx), Excel (xlsx), or CSV and plain text in UTF-8.',
    },
    { found: found ?? null },
  )

export const notHere = (found: string) =>
  new Problem(
    'rule_violated',
    'files.type_refused',
    {
      zh: '文件内容不是这里要的类型，未保存任何内容。请核对所选文件后重试。',
      en: 'The content of the file is not of a type that is taken here. Nothing was kept: check which file you chose.',
    },
    { found },
  )

export const hostile = (reason: string, zh: string, en: string) =>
  new Problem('rule_violated', `files.${reason}`, { zh, en })

export const contentMissing = () =>
  new HttpRefusal(
    refusal(
      500,
      'files.content_missing',
      '文件的内容不在数据目录中或已损坏，请管理员从备份恢复数据目录下的 files 文件夹。',
      "The file's content is missing from the data folder or damaged: have the administrator restore its `files` folder from the backup.",
    ),
  )

export const infected = (found: string) =>
  new Problem(
    'rule_violated',
    'files.infected',
    {
      zh: '文件含有病毒，已拒绝，未保存。请用杀毒软件检查你的电脑。',
      en: 'The file holds a virus. It was refused and not kept: have your computer checked.',
    },
    { found },
  )

const waitForScannerSeconds = 30

export const scannerDown = () =>
  new HttpRefusal({
    status: 503,
    code: 'files.scanner_down',
    text: {
      zh: '病毒扫描服务暂时不可用，因此不接收文件，未保存任何内容。请稍后再试，或通知系统管理员。',
      en: 'The virus scanner does not answer, so that no file is taken and nothing was kept. Try again later, or tell the administrator.',
    },
    details: { retryAfterSeconds: waitForScannerSeconds },
  })

export const noFolder = () =>
  new Problem('internal', 'files.no_folder', { zh: '此服务没有数据目录。', en: 'This server has no data folder.' })
