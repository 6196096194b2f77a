import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { zoom } from './zoom.ts';

const zoomItem = (label: string, change: 'in' | 'out' | 'reset', accelerator: string): MenuItemConstructorOptions => ({
  label,
  accelerator,
  click: () => zoom(BrowserWindow.getFocusedWindow()?.webContents, change),
});

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
        zoomItem('放大文字', 'in', 'CommandOrControl+='),
        // The key is + with Shift, = without; people press either.
        { ...zoomItem('放大文字', 'in', 'CommandOrControl+Plus'), visible: false, acceleratorWorksWhenHidden: true },
        zoomItem('缩小文字', 'out', 'CommandOrControl+-'),
        zoomItem('原始大小', 'reset', 'CommandOrControl+0'),
        { type: 'separator' },
        { label: '全屏', role: 'togglefullscreen' },
      ],
    },
  ]);
}
