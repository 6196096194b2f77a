import { Menu } from 'electron';

/** Only what the window itself cannot do: text size, copy and paste by menu, leaving. Work commands live in the screens. */
export function applicationMenu(): Menu {
  return Menu.buildFromTemplate([
    { label: '文件', submenu: [{ label: '退出', role: 'quit' }] },
    {
      label: '编辑',
      submenu: [
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ],
    },
    {
      label: '查看',
      submenu: [
        { label: '放大文字', role: 'zoomIn' },
        { label: '缩小文字', role: 'zoomOut' },
        { label: '原始大小', role: 'resetZoom' },
        { type: 'separator' },
        { label: '全屏', role: 'togglefullscreen' },
      ],
    },
  ]);
}
