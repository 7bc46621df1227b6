import type { Label } from '../../../kernel/label.ts'

/** Why a file is no Word template, in one sentence with what to do. */
export const unusableTexts: Readonly<
  Record<'old_format' | 'not_zip' | 'damaged' | 'too_large' | 'not_word' | 'holds_program', Label>
> = {
  old_format: {
    zh: '这是旧版 .doc 或加密的文件，改了扩展名也不能用；请在 Word 或 WPS 中另存为不加密的 .docx。',
    en: 'This is an old .doc or an encrypted file, whatever it is called: save it as .docx without a password.',
  },
  not_zip: {
    zh: '这不是 Word 文件；请上传 .docx 模板。',
    en: 'This is no Word file: upload a .docx template.',
  },
  damaged: {
    zh: '文件已损坏，无法读取；请在 Word 或 WPS 中重新保存后再上传。',
    en: 'The file is damaged: save it again in Word or WPS, then upload it.',
  },
  too_large: {
    zh: '模板超过 1 MB，或解压后过大；请压缩其中的图片后再上传。',
    en: 'The template is larger than 1 MB, or unpacks to too much: make its pictures smaller.',
  },
  not_word: {
    zh: '这个文件里没有 Word 正文；请上传 .docx 模板。',
    en: 'There is no Word text in this file: upload a .docx template.',
  },
  holds_program: {
    zh: '文件含有宏、嵌入对象或程序，请去除后再上传。',
    en: 'The file holds macros, embedded objects or programs: remove them first.',
  },
}
