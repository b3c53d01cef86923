/** The `aria-*` that our components set, with WeChat's default of each, by Taro component. */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': 'false',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-modal': '',
  'aria-setsize': '',
  'aria-posinset': '',
}
const named = {
  'aria-role': aria['aria-role'],
  'aria-label': aria['aria-label'],
  'aria-hidden': aria['aria-hidden'],
}

export const accessible = {
  View: aria,
  Text: named,
  Button: aria,
  Image: named,
  Input: named,
  Textarea: named,
  ScrollView: named,
  Map: named,
  Picker: named,
  Switch: named,
}
