/** What a person is told of cropped pictures; `holder` is the file or the part that keeps them whole. */
export const croppedMessage = (holder: string, count: number): string =>
  `${holder}里有 ${count} 处图片裁剪过，裁掉的部分还在文件里，别人可以恢复。请在原软件里“压缩图片、删除裁剪区域”后另存，或人工查看整幅图片。`;
