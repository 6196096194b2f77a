import type { CopyForm } from '../../../review/model/index.ts';

export const COPY_TEXTS = {
  title: '生成脱敏稿',
  form: '脱敏稿的形式',
  forms: {
    picture: '图片 PDF：版面不变，要去掉的文字涂黑，改写的写在原处；不能复制、检索',
    document: '新的 docx：按可见文字重新排，可以再编辑；原有版面不保留',
  } satisfies Readonly<Record<CopyForm, string>>,
  blackPictures: '页面上的图片整块涂黑（图片里的文字程序改不了时选）',
  pictureNote:
    '改写的文字写在原处的白框里，写不下的只涂黑并在脱敏稿的说明里列出。涂黑的宽度大致看得出原文的长短。注释、书签、附件、隐藏文字和文件属性都不带入。',
  documentNote: '生成后请核对版式；要发布 PDF 的，再另存为 PDF 后作为新版本导入。',
  make: '生成',
  cancel: '取消',
  page: (page: number, pages: number) => `脱敏稿第 ${page} 页，共 ${pages} 页`,
  pagesNote: '脱敏稿是图片 PDF，下面是每一页的样子。请逐页通读，确认涂黑处没有遗漏、改写处写得对，再到“未能检查”里确认。',
  pageLoading: '正在显示……',
} as const;
