/** Ids of the screens, in the order of the head of the window and of Ctrl+1 … */
export type ScreenId =
  | 'todo'
  | 'submit'
  | 'desk'
  | 'signoff'
  | 'ledger'
  | 'requests'
  | 'statistics'
  | 'exchange'
  | 'rules'
  | 'people'
  | 'audit'
  | 'selfCheck';
